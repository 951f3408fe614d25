import JSONLogic
import Testing

@testable import RapportCore

struct RuleWordsTests {
  @Test(arguments: [
    (
      #"{"and": [{">=": [{"var": "behavioral.orders"}, 12]},"#
        + #"{"within_days": [{"var": "behavioral.lastOrder"}, 90]},"#
        + #"{"or": [{"===": [{"var": "technographic.device"}, "ios"]},"#
        + #"{">": [{"var": "behavioral.spend12m"}, 10]}]}]}"#,
      "orders at least 12, and last order within 90 days, and (device iOS or spend in 12 months "
        + "more than 10 EUR)"
    ),
    (
      #"{"!": {"and": [{"var": "behavioral.newsletter"}, {"in_segment": "s"}]}}"#,
      "not (newsletter yes and in S)"
    ),
    (
      #"{"!": {"in": [{"var": "geographic.country"}, ["DE", "AT", "CH"]]}}"#,
      "country not DE, AT or CH"
    ),
    (
      #"{"some": [{"var": "technographic.bikes"}, {"starts_with": [{"var": ""}, "e-"]}]}"#,
      "bikes with one starting with e-"
    ),
    (
      #"{"if": [{"var": "behavioral.newsletter"}, true, false]}"#,
      "if newsletter yes then everybody, else nobody"
    ),
    (#"{"==": [{"%": [{"var": "behavioral.orders"}, 2]}, 0]}"#, "orders % 2 equal to 0"),
    (#"{">=": [{"var": "behavioral.lastOrder"}, "2026-01-01"]}"#, "last order from 1 Jan 2026"),
    (
      #"{">": [{"age_years": [{"var": "demographic.born"}]}, 65]}"#, "years since born more than 65"
    ),
    ("true", "everybody"),
    (#"{"!==": [{"var": "behavioral.newsletter"}, true]}"#, "newsletter no"),
    (#"{"!==": [{"var": "behavioral.newsletter"}, false]}"#, "newsletter yes"),
    (
      #"{"none": [{"var": "technographic.bikes"}, {"in": [{"var": ""}, ["kids", "cargo"]]}]}"#,
      "bikes without kids or cargo"
    ),
    (
      #"{"<=": [4, {"var": "behavioral.spend12m"}, 7]}"#, "spend in 12 months 4 to 7 EUR"
    ),
    (
      #"{">": [{"/": [{"var": "behavioral.spend12m"}, {"var": "behavioral.orders"}]}, 50]}"#,
      "spend in 12 months / orders more than 50"
    ),
    (
      #"{"===": [{"var": "behavioral.orders"}, {"var": "behavioral.spend12m"}]}"#,
      "orders equal to spend in 12 months"
    ),
    (
      #"{"missing": ["behavioral.orders", "behavioral.spend12m"]}"#,
      "orders or spend in 12 months not known"
    ),
    (
      #"{"!": {"missing": ["behavioral.orders", "behavioral.spend12m"]}}"#,
      "orders and spend in 12 months known"
    ),
    (
      #"{"missing_some": [1, ["behavioral.orders", "geographic.country"]]}"#,
      "fewer than 1 known of orders and country"
    ),
    (
      #"{"if": [{"var": "behavioral.newsletter"}, {">": [{"var": "behavioral.orders"}, 3]},"#
        + #"{"===": [{"var": "technographic.device"}, "ios"]}, true]}"#,
      "if newsletter yes then orders more than 3, else if device iOS then everybody, else nobody"
    ),
    (
      #"{"all": [{"var": "technographic.bikes"}, {"in": [{"var": ""}, ["kids", "cargo"]]}]}"#,
      "bikes only kids or cargo"
    ),
    (#"{"and": []}"#, "nobody"), (#"{"or": []}"#, "nobody"), (#"{"!": []}"#, "everybody"),
    (#"{"!!": []}"#, "nobody"), (#"{"val": ""}"#, "everything known"),
    (
      #"{">": [{"count_where": [{"var": ["technographic.bikes", []]}, {"===": [{"var": ""}, "x"]}]}, 1]}"#,
      "count_where(bikes or else [], x) more than 1"
    ),
  ])
  func `a rule reads as a sentence`(rule: String, sentence: String) throws {
    let evaluator = try MembershipEvaluatorTests.evaluator([("s", true)])
    let rule = try Rule(JSON(parsing: rule), operations: RuleOperations.names)
    #expect(evaluator.words.sentence(rule) == sentence)
  }

  @Test func `a rule reads with a line for each condition`() throws {
    let evaluator = try MembershipEvaluatorTests.evaluator([("s", true)])
    let rule = try Rule(
      JSON(
        parsing: #"""
          {"and": [{">=": [{"var": "behavioral.orders"}, 12]},
           {"!": [{"or": [{"===": [{"var": "technographic.device"}, "ios"]}, {"in_segment": "s"}]}]},
           {"if": [{"var": "behavioral.newsletter"}, true, {"===": [{"var": "company"}, "X"]}]}]}
          """#
      ),
      operations: RuleOperations.names
    )
    let lines = evaluator.words.outline(rule).map(\.indented)
    #expect(
      lines == [
        "all of", "  orders at least 12", "  none of", "    device iOS", "    in S", "  if",
        "    newsletter yes", "  then", "    everybody", "  else", "    company X",
      ]
    )
  }

  @Test func `a rule as deep as may be is said in no time`() throws {
    let evaluator = try MembershipEvaluatorTests.evaluator([("s", true)])
    for name in ["some", "map", "+", "!", "if", "or"] {
      var json: JSON = [">": [["var": ""], 1]]
      for _ in 0..<60 { json = .object([name: [["var": "technographic.bikes"], json]]) }
      let rule = try Rule(json, operations: RuleOperations.names)
      #expect(evaluator.words.sentence(rule).utf8.count < 10_000, "\(name)")
      #expect(!evaluator.words.outline(rule).isEmpty)
    }
  }
}
