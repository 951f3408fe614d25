import Testing

@testable import RapportCore

/// The priority of a new segment.
struct WeakestPriorityTests {
  private func weakest(_ priorities: [Int]) -> Int {
    var definitions = Definitions(
      settings: StoreSettings(name: "T", company: "T"),
      catalog: AttributeCatalog([])
    )
    definitions.segments = priorities.enumerated().map { number, priority in
      Segment(id: Segment.ID("s\(number)"), name: "S", priority: priority)
    }
    return definitions.weakestPriority
  }

  @Test func `a new segment comes after all that have a priority`() {
    #expect(weakest([]) == 10)
    #expect(weakest([10, 44, 20]) == 50)
    #expect(weakest([10, Segment.lastPriority, 20]) == 30, "one without a priority says nothing")
    #expect(weakest([Segment.lastPriority]) == 10)
    #expect(weakest([Segment.lastPriority - 1]) == Segment.lastPriority)
  }
}
