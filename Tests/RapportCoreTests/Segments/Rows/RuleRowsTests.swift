import JSONLogic
import Testing

@testable import RapportCore

struct RuleRowsTests {
  private func rows(_ json: JSON) throws -> RuleRows? {
    RuleRows(try Rule(json, operations: RuleOperations.names))
  }

  @Test func `a rule becomes groups of rows and back`() throws {
    let rule = try JSON(
      parsing: #"""
        {"and": [{">=": [{"var": "behavioral.orders"}, 12]},
         {"or": [{"in": [{"var": "technographic.device"}, ["ios", "web"]]},
                 {"!": [{"in_segment": ["b"]}]}]}]}
        """#
    )
    let rows = try #require(try rows(rule))
    #expect(rows.root.needsAll)
    #expect(
      rows.root.rows == [
        .condition(RuleRow(.attribute("behavioral.orders"), .atLeast, [12])),
        .group(
          RuleRows.Group(
            needsAll: false,
            rows: [
              .condition(RuleRow(.attribute("technographic.device"), .oneOf, ["ios", "web"])),
              .condition(RuleRow(.segment("b"), .member, isNegated: true)),
            ]
          )
        ),
      ]
    )
    #expect(rows.json == rule)
  }

  @Test(arguments: [
    #"{"+": [{"var": "behavioral.orders"}, 1]}"#, #"{"if": [true, false, true]}"#,
    #"{">": [{"var": "a.x"}, {"var": "a.y"}]}"#, #"{"missing": ["a.x", "a.y"]}"#,
    #"{"<": [1, {"var": "a.x"}, 2, 3]}"#, #"{"in": [{"var": "a.x"}, [1, "a"]]}"#,
    #"{"==": [{"var": "a.x"}, null]}"#, #"{"and": []}"#,
    #"{"some": [{"var": "a.x"}, {"starts_with": [{"var": ""}, "x"]}]}"#, "false",
    // A key with a dot in it is no path, and operands too many are an error.
    #"{"val": "a.x"}"#, #"{"matches": [{"var": "a.x"}, "b", []]}"#, #"{"in_segment": ["a", "b"]}"#,
    // The default would be lost.
    #"{"<": [{"count_where": [{"var": ["a.x", []]}, {"===": [{"var": ""}, "x"]}]}, 1]}"#,
  ])
  func `a rule without rows has none`(rule: String) throws {
    #expect(try rows(JSON(parsing: rule)) == nil)
  }

  @Test func `no rows are everybody, and empty groups are left out`() throws {
    #expect(RuleRows().json == true)
    #expect(try rows(true) == RuleRows())
    let row = RuleRows.Row.condition(RuleRow(.attribute("a.x"), .yes))
    let rows = RuleRows(RuleRows.Group(rows: [row, .group(RuleRows.Group())]))
    #expect(rows.json == ["!!": [["var": "a.x"]]])
  }

  @Test func `unchanged rows answer as the rule did`() throws {
    var generator = SplitMix64(seed: 29)
    var count = 0
    let evaluator = try MembershipEvaluatorTests.evaluator([("s", true)])
    let operations = RuleOperations.bound(today: evaluator.today, zone: TimeZones.utc)
    for _ in 0..<600 {
      let json = RandomRuleTests.rule(&generator, depth: 3)
      let rule = try Rule(json, operations: RuleOperations.names)
      guard let rows = RuleRows(rule) else { continue }
      count += 1
      let again = try Rule(rows.json, operations: RuleOperations.names)
      #expect(RuleRows(again) == rows, "seed 29: \(json)")
      for _ in 0..<8 {
        let facts = CustomerFacts(RandomRuleTests.customer(&generator))
        #expect(
          again.answer(facts, operations: operations) == rule.answer(facts, operations: operations),
          "seed 29: \(json) \(rows.json) \(facts.document)"
        )
      }
    }
    #expect(count > 200)
  }

  @Test func `every row survives being written and read`() throws {
    for kind in Attribute.Kind.allCases {
      for comparison in RuleRow.comparisons(for: kind) {
        let operands: [JSON] =
          switch comparison {
          case .between, .inside: [1, 2]
          case .version: ["<", "1.0.0"]
          case .startsWith, .endsWith, .matches, .contains, .includes: ["a"]
          case .oneOf, .hasAny, .hasOnly, .hasNone: ["a", "b"]
          case .yes, .known, .notNull, .member: []
          default: [1]
          }
        for isNegated in [false, true] {
          let row = RuleRow(.attribute("a.x"), comparison, operands)
          let rows = RuleRows(
            RuleRows.Group(rows: [.condition(isNegated ? row.negated : row)])
          )
          #expect(try self.rows(rows.json) == rows, "\(rows.json)")
        }
      }
    }
  }
}
