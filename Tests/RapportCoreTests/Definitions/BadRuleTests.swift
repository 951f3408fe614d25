import JSONLogic
import Testing

@testable import RapportCore

/// What people get wrong in rules: each names its place and what was meant, and costs its own segment
/// only.
struct BadRuleTests {
  private static let now = Instant(seconds: 1_795_338_240)

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rule: JSON
    var problem: String
    var answer = Membership.Answer.broken
  }

  private static func orders(_ name: String = "behavioral.orders") -> JSON {
    ["var": .string(name)]
  }

  static let cases = [
    Case(
      testDescription: "unknown operation",
      rule: ["and": [["withindays": [["var": "behavioral.lastOrder"], 90]]]],
      problem: "#/rule/and/0/withindays: no operation is called \"withindays\"; "
        + "did you mean \"within_days\""
    ),
    Case(
      testDescription: "wrong arity",
      rule: ["and": [[">=": [orders()]]]],
      problem: "#/rule/and/0/>=: \">=\" has 1 operand; it takes at least 2"
    ),
    Case(
      testDescription: "wrong type",
      rule: ["and": [[">=": [orders(), "12"]]]],
      problem: "#/rule/and/0: text \"12\" never equals behavioral.orders, which is a whole number",
      answer: .unknown
    ),
    Case(
      testDescription: "cycle",
      rule: ["in_segment": ["bad"]],
      problem: "#/rule: the rule asks for itself: bad, bad; take one in_segment out of the circle"
    ),
    Case(
      testDescription: "unknown attribute",
      rule: [">=": [orders("behavioral.order"), 12]],
      problem: "#/rule/>=/0: unknown attribute \"behavioral.order\"; "
        + "did you mean \"behavioral.orders\"?",
      answer: .unknown
    ),
    Case(
      testDescription: "a path as one key",
      rule: ["exists": "behavioral.orders"],
      problem: "#/rule: \"behavioral.orders\" is one key here, and no record has it; "
        + "write the path as [\"behavioral\", \"orders\"]",
      answer: .out
    ),
    Case(
      testDescription: "unknown segment",
      rule: ["in_segment": ["goood"]],
      problem: "#/rule: there is no segment \"goood\"; did you mean \"good\"?"
    ),
    Case(
      testDescription: "a literal that is no choice",
      rule: ["===": [["var": "technographic.device"], "iso"]],
      problem: "#/rule: \"iso\" is no choice of technographic.device; did you mean \"ios\"?",
      answer: .unknown
    ),
  ]

  @Test(arguments: cases)
  func `a bad rule is named and takes no other segment down`(test: Case) throws {
    var files: [String: JSON] = [
      "store.json": ["name": "x", "defaults": ["timeZone": "Europe/Berlin"]],
      "attributes.json": MembershipEvaluatorTests.catalog,
    ]
    files["segments/bad.json"] = ["id": "bad", "name": "Bad", "priority": 1, "rule": test.rule]
    files["segments/good.json"] = [
      "id": "good", "name": "Good", "priority": 2, "rule": [">=": [Self.orders(), 12]],
    ]
    let definitions = Definitions(decoding: DefinitionDocuments(files: files))
    let found = StoreCheck.problems(of: definitions, at: Self.now).map(\.description)
    #expect(found.contains { $0.hasPrefix("segments/bad.json\(test.problem)") }, "\(found)")
    let record: JSONObject = ["behavioral": ["orders": 14]]
    let memberships = MembershipEvaluator(definitions, at: Self.now).memberships(
      of: CustomerFacts(Customer(id: "C-1", record: record))
    )
    #expect(memberships.map(\.segment) == ["bad", "good"])
    #expect(memberships.map(\.answer) == [test.answer, .in], "\(memberships[0].why)")
    #expect(!memberships[0].why.isEmpty)
  }
}
