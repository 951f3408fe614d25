import JSONLogic
import Testing

@testable import RapportCore

/// How many questions settle what is not known: counted, and true.
struct SettlementTests {
  private let orders: JSON = [">=": [["var": "behavioral.orders"], 12]]
  private let device: JSON = ["===": [["var": "technographic.device"], "ios"]]
  private let country: JSON = ["===": [["var": "geographic.country"], "DE"]]

  private func settlement(
    _ rules: [(id: String, rule: JSON)],
    _ record: JSONObject = [:]
  ) throws -> Settlement {
    let evaluator = try MembershipEvaluatorTests.evaluator(rules)
    let facts = CustomerFacts(Customer(id: "C-1", record: record))
    return evaluator.settlement(of: facts, memberships: evaluator.memberships(of: facts))
  }

  @Test func `every attribute counts once, whatever asks for it`() throws {
    let both = try settlement([
      ("a", orders), ("b", ["and": [orders, device]]), ("c", ["in_segment": ["a"]]),
    ])
    #expect(both == Settlement(questions: 2, settled: 3, unknown: 3))
    #expect(both.words == "two questions would settle it")
  }

  @Test func `what nobody can be asked for stays open`() throws {
    let some = try settlement([("a", orders), ("b", country), ("c", ["and": [device, country]])])
    #expect(some.words == "one question would settle 1 of 3 not known")
    #expect(try settlement([("b", country)]).words == nil)
    let refused: JSONObject = ["notSaid": ["behavioral.orders": "2026-11-20"]]
    #expect(try settlement([("a", orders)], refused).words == nil)
    let unreadable: JSONObject = ["behavioral": ["orders": "many"]]
    #expect(try settlement([("a", orders)], unreadable).words == nil)
    #expect(try settlement([("a", orders)], ["behavioral": ["orders": 3]]).unknown == 0)
  }

  /// The naive judge answers every question in every way.
  @Test func `no answer leaves open what the questions settle, and each of them is needed`() throws
  {
    let values: [String: [JSON]] = [
      "behavioral.orders": [1, 14], "technographic.device": ["ios", "web"],
      "behavioral.newsletter": [true, false], "behavioral.lastOrder": ["2026-11-20", "2020-01-01"],
    ]
    let conditions: [JSON] = [
      orders, device, ["var": "behavioral.newsletter"],
      ["within_days": [["var": "behavioral.lastOrder"], 90]],
    ]
    var generator = SplitMix64(seed: 31)
    for round in 0..<60 {
      var picked = conditions.shuffled(using: &generator)
        .prefix(Int.random(in: 1...4, using: &generator))
      var rule = picked.removeFirst()
      for next in picked { rule = [Bool.random(using: &generator) ? "and" : "or": [rule, next]] }
      let evaluator = try MembershipEvaluatorTests.evaluator([("s", rule)])
      let segment = try #require(evaluator.definitions.segments.first)
      let paths = values.keys.sorted()
      // By the set of attributes that are asked for: whether any answers leave it open.
      func staysOpen(_ asked: [String]) -> Bool {
        var records: [JSONObject] = [[:]]
        for path in asked {
          records = records.flatMap { record in
            (values[path] ?? []).map { value in
              var record = record
              RecordPath(path).set(value, in: &record)
              return record
            }
          }
        }
        return records.contains { record in
          let facts = CustomerFacts(Customer(id: "C-1", record: record))
          return evaluator.membership(of: facts, in: segment).answer == .unknown
        }
      }
      let fewest = (0..<16).map { bits in paths.indices.filter { bits >> $0 & 1 == 1 } }
        .filter { !staysOpen($0.map { paths[$0] }) }.map(\.count).min()
      let found = try settlement([("s", rule)])
      #expect(found.questions == fewest, "seed 31, round \(round): \(rule.compact())")
      #expect(found.settled == 1)
    }
  }
}
