import JSONLogic
import Testing

@testable import RapportCore

/// How values spread over customers.
struct AttributeDistributionTests {
  private func distribution(_ values: [JSON?], limit: Int = 5) -> AttributeDistribution {
    var counts: [JSON: Int] = [:]
    for value in values { if let value { counts[value, default: 0] += 1 } }
    return AttributeDistribution(
      path: "a.x",
      counts: counts.map { .init(value: $0.key, count: $0.value) },
      customers: values.count,
      limit: limit
    )
  }

  @Test func `numbers have their quartiles by nearest rank`() {
    let found = distribution((1...10).map { JSON($0) } + [nil, nil])
    #expect(found.customers == 12 && found.missing == 2 && found.distinct == 10)
    #expect(
      found.spread
        == .init(least: 1, lowerQuartile: 3, median: 5, upperQuartile: 8, greatest: 10)
    )
  }

  @Test func `dates are ordered as dates and one value is no spread`() {
    let found = distribution(["2026-02-01", "2025-12-31", "2026-01-01"])
    #expect(found.spread?.least == "2025-12-31" && found.spread?.median == "2026-01-01")
    #expect(distribution([7]).spread == nil)
    #expect(distribution([nil, ""]).missing == 2)
  }

  @Test func `a list counts for each of its items once`() {
    let found = distribution([["red", "blue"], ["red", "red"], [], nil, ["blue"]])
    #expect(found.missing == 1 && found.distinct == 2)
    #expect(found.values == [.init(value: "blue", count: 2), .init(value: "red", count: 2)])
  }

  @Test func `only the most frequent are kept and the rest is counted`() {
    let found = distribution(["a", "a", "b", "b", "b", "c"], limit: 2)
    #expect(found.values.map(\.value) == ["b", "a"] && found.distinct == 3)
  }

  @Test(arguments: 1...20) func `quartiles are those of sorting everybody`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<Int.random(in: 2...200, using: &random)).map { _ in
      Int.random(in: -20...20, using: &random)
    }
    let sorted = numbers.sorted()
    func rank(_ quarters: Int) -> JSON {
      JSON(sorted[max(0, (sorted.count * quarters + 3) / 4 - 1)])
    }
    let spread = distribution(numbers.map { JSON($0) }).spread
    #expect(
      spread
        == .init(
          least: JSON(sorted[0]),
          lowerQuartile: rank(1),
          median: rank(2),
          upperQuartile: rank(3),
          greatest: JSON(sorted[sorted.count - 1])
        ),
      "seed \(seed)"
    )
  }
}
