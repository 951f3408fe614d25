import JSONLogic
import Testing

@testable import RapportCore

struct SegmentSampleTests {
  private func problems(_ rules: [(id: String, rule: JSON)], _ orders: [Int?]) throws -> [String] {
    let evaluator = try MembershipEvaluatorTests.evaluator(rules)
    var sample = SegmentSample(
      PreparedSegments(evaluator.definitions),
      at: Instant(seconds: 1_795_338_240),
      isComplete: true
    )
    for (position, orders) in orders.enumerated() {
      let record: JSONObject = ["behavioral": ["orders": orders.map { JSON($0) } ?? .null]]
      sample.add(CustomerFacts(Customer(id: Customer.ID("C-\(position)"), record: record)))
    }
    return sample.problems.map {
      "\($0.finding?.rawValue ?? "") \($0.place.pointer ?? ""): \($0.message)"
    }
  }

  private func atLeast(_ number: Int) -> JSON {
    [">=": [["var": "behavioral.orders"], JSON(number)]]
  }

  @Test func `sizes, overlaps and gaps are counted over customers`() throws {
    let some = Array(0..<100)
    #expect(
      try problems([("a", atLeast(1000))], some) == [
        "no-members /rule: nobody of 100 customers belongs"
      ]
    )
    #expect(
      try problems([("a", atLeast(0))], some) == [
        "everyone /rule: everybody of 100 customers belongs: it tells nobody apart"
      ]
    )
    #expect(
      try problems([("a", atLeast(50)), ("b", atLeast(49))], some) == [
        "nearly-equal /rule: nearly the same members as \"a\": 50 of 51 are in both"
      ]
    )
    #expect(
      try problems([("a", atLeast(10)), ("b", atLeast(50))], some) == [
        "shadowed /rule: 50 of its 50 members are in stronger segments, most in \"a\""
      ]
    )
    #expect(
      try problems([("a", atLeast(50))], some.map { $0 < 30 ? nil : $0 }) == [
        "lacking /rule/>=/0: 30 % of 100 customers lack orders"
      ]
    )
    #expect(try problems([("a", atLeast(50))], some) == [])
    #expect(try problems([("a", atLeast(1))], [nil, 0, 1]) == [])
  }
}
