import JSONLogic
import Testing

@testable import RapportCore

/// The explanation as a tree: the values beside what was wanted, near misses, and what decided.
struct ExplanationTreeTests {
  private func tree(_ rule: JSON, _ record: JSONObject) throws -> ExplanationTree {
    let evaluator = try MembershipEvaluatorTests.evaluator([("s", rule)])
    let segment = try #require(evaluator.definitions.segments.first)
    let facts = CustomerFacts(Customer(id: "C-1", record: record))
    return try #require(evaluator.tree(of: facts, in: segment))
  }

  private let orders: JSON = [">=": [["var": "behavioral.orders"], 12]]
  private let ios: JSON = ["===": [["var": "technographic.device"], "ios"]]
  private let late: JSON = ["within_days": [["var": "behavioral.lastOrder"], 90]]

  @Test func `each condition has the value beside what was wanted, and how near it is`() throws {
    let record: JSONObject = [
      "behavioral": ["orders": 11, "lastOrder": "2026-08-20"], "technographic": ["device": "web"],
    ]
    let node = try tree(["and": [orders, late, ["or": [ios, orders]]]], record)
    #expect(node.answer == .out && node.text == "all of")
    #expect(node.children.map(\.found) == ["11 orders", "last order 94 days ago", "any of"])
    #expect(node.children.map(\.wanted) == ["12 or more", "within 90 days", nil])
    #expect(
      node.children.map(\.near) == ["nearly: 1 order short", "nearly: 4 days too late", nil]
    )
    let device = node.children[2].children[0]
    #expect(device.found == "device is Web" && device.wanted == "iOS" && device.near == nil)
    #expect(device.text == "device is Web, not iOS")
  }

  @Test func `only what made the answer is on the way to what decided`() throws {
    let record: JSONObject = ["behavioral": ["orders": 14], "technographic": ["device": "web"]]
    let node = try tree(["and": [orders, ["or": [ios, late]]]], record)
    #expect(node.answer == .unknown && node.decides)
    #expect(node.children.map(\.decides) == [false, true])
    #expect(node.children[1].children.map(\.decides) == [false, true])
    #expect(node.children[1].children[1].wanted == "within 90 days")
    #expect(node.children[1].children[1].found == "last order")
  }

  @Test func `what must not hold is said so, and is near where little is too much`() throws {
    let record: JSONObject = ["behavioral": ["orders": 13], "technographic": ["device": "web"]]
    let none = try tree(["!": ["or": [orders, ios]]], record)
    #expect(none.text == "none of" && none.answer == .out)
    #expect(none.children.map(\.answer) == [.in, .out])
    #expect(none.children.map(\.decides) == [true, false])
    #expect(none.children[0].near == "nearly: 2 orders too many")
    let single = try tree(["!": [ios]], record)
    #expect(single.text == "device is Web (not iOS)" && single.answer == .in)
  }

  @Test func `an if names its way, and a member's tree has nothing near`() throws {
    let record: JSONObject = ["behavioral": ["orders": 14], "technographic": ["device": "web"]]
    let node = try tree(["if": [ios, orders, true]], record)
    #expect(node.children.map(\.found) == ["if device is Web", "else it belongs"])
    #expect(node.answer == .in && node.lines.allSatisfy { $0.node.near == nil })
  }

  @Test func `for random rules the tree answers as the membership does and leads to its facts`()
    throws
  {
    var generator = SplitMix64(seed: 29)
    for round in 0..<300 {
      let rule = RandomRuleTests.rule(&generator, depth: 3)
      let evaluator = try MembershipEvaluatorTests.evaluator([("s", rule)])
      let segment = try #require(evaluator.definitions.segments.first)
      let facts = CustomerFacts(RandomRuleTests.customer(&generator))
      let membership = evaluator.membership(of: facts, in: segment)
      let tree = try #require(evaluator.tree(of: facts, in: segment))
      let lines = tree.lines.map(\.node)
      #expect(tree.answer == membership.answer, "seed 29, round \(round): \(rule.compact())")
      #expect(Set(lines.map(\.pointer)).count == lines.count, "\(rule.compact())")
      let deciding = Set(lines.filter { $0.decides && $0.children.isEmpty }.compactMap(\.path))
      let named = Set(membership.because.compactMap(\.path))
      #expect(named.isSubset(of: deciding), "seed 29, round \(round): \(rule.compact())")
    }
  }
}
