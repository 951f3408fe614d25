import JSONLogic
import Testing

@testable import RapportCore

struct RuleDifferenceTests {
  private func difference(_ old: String?, _ new: String?) throws -> String {
    func rule(_ text: String?) throws -> Rule? {
      try text.map { text in
        let orders = #"{"var": "behavioral.orders"}"#
        let device = #"{"var": "technographic.device"}"#
        let json = text.replacing("O,", with: "\(orders),").replacing("D,", with: "\(device),")
        return try Rule(JSON(parsing: json), operations: RuleOperations.names)
      }
    }
    return RuleDifference(
      from: try rule(old),
      to: try rule(new),
      in: RefiningFixture().names.words
    ).text
  }

  @Test(arguments: [
    (#"{">=": [O, 12]}"#, #"{">=": [O, 10]}"#, "orders at least 12 -> 10"),
    (
      #"{"and": [{">=": [O, 12]}, {"var": "behavioral.newsletter"}]}"#,
      #"{"and": [{">=": [O, 10]}, {"===": [D, "ios"]}]}"#,
      "orders at least 12 -> 10; added: device iOS; removed: newsletter yes"
    ),
    (
      #"{">=": [O, 12]}"#, #"{"and": [{">=": [O, 12]}, {"===": [D, "ios"]}]}"#,
      "added: device iOS"
    ),
    (
      #"{"and": [{">=": [O, 12]}, {"===": [D, "ios"]}]}"#,
      #"{"or": [{">=": [O, 12]}, {"===": [D, "ios"]}]}"#, "all of -> any of"
    ),
    (
      #"{"and": [{">=": [O, 12]}, {"or": [{"===": [D, "ios"]}, {"var": "behavioral.newsletter"}]}]}"#,
      #"{"and": [{">=": [O, 12]}, {"or": [{"===": [D, "web"]}, {"var": "behavioral.newsletter"}]}]}"#,
      "in any of: device iOS -> Web"
    ),
    (#"{"in_segment": "a"}"#, #"{"in_segment": "b"}"#, "added: in Big; removed: in Loyal"),
    (#"{">=": [O, 12]}"#, #"{"<=": [12, O, 99]}"#, "orders at least 12 -> 12 to 99"),
  ])
  func `a change of a rule is told in words`(old: String, new: String, words: String) throws {
    #expect(try difference(old, new) == words)
  }

  @Test func `a rule that comes or goes is told whole, and the same rule not at all`() throws {
    #expect(try difference(nil, #"{">=": [O, 1]}"#) == "added: orders at least 1")
    #expect(try difference(#"{">=": [O, 1]}"#, nil) == "removed: orders at least 1")
    #expect(try difference(#"{">=": [O, 1]}"#, #"{"<=": [1, O, 9e99]}"#) != "")
    #expect(try difference(#"{">=": [O, 1]}"#, #"{">=": [O, 1]}"#) == "")
  }
}
