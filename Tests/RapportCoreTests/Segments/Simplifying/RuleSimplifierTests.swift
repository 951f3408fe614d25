import JSONLogic
import Testing

@testable import RapportCore

struct RuleSimplifierTests {
  private func simplified(_ text: String) throws -> JSON {
    RuleSimplifier(try Rule(JSON(parsing: text), operations: RuleOperations.names)).json
  }

  private static let orders = #"{"var": "behavioral.orders"}"#
  private static let device = #"{"var": "technographic.device"}"#

  @Test(arguments: [
    // The wider of two alternatives, and the narrower of two demands.
    (#"{"or": [{">=": [O, 10]}, {">=": [O, 12]}]}"#, #"{">=": [O, 10]}"#),
    (#"{"and": [{">=": [O, 10]}, {">": [O, 10]}]}"#, #"{">": [O, 10]}"#),
    (#"{"and": [{"<=": [5, O, 9]}, {">=": [O, 5]}]}"#, #"{"<=": [5, O, 9]}"#),
    // Duplicates, also where they are written differently, and groups in groups.
    (#"{"and": [{">=": [O, 10]}, {"and": [{"<=": [10, O]}]}]}"#, #"{">=": [O, 10]}"#),
    (
      #"{"or": [{"===": [D, "ios"]}, {"in": [D, ["web", "ios"]]}]}"#,
      #"{"in": [D, ["ios", "web"]]}"#
    ),
    // One that stands alone takes those that want more besides.
    (
      #"{"or": [{"===": [D, "ios"]}, {"and": [{">=": [O, 3]}, {"===": [D, "ios"]}]}]}"#,
      #"{"===": [D, "ios"]}"#
    ),
    // What all have in common is said once.
    (
      #"{"or": [{"and": [{">=": [O, 3]}, {"===": [D, "ios"]}]}, {"and": [{">=": [O, 3]}, {"var": "behavioral.newsletter"}]}]}"#,
      #"{"and": [{">=": [O, 3]}, {"or": [{"===": [D, "ios"]}, {"var": "behavioral.newsletter"}]}]}"#
    ),
    // Negated ones the other way round.
    (
      #"{"and": [{"!": [{"in": [D, ["ios", "web"]]}]}, {"!==": [D, "ios"]}]}"#,
      #"{"!": [{"in": [D, ["ios", "web"]]}]}"#
    ),
    (#"{"or": [true, {">=": [O, 3]}]}"#, "true"),
  ])
  func `what is said twice is said once`(rule: String, shorter: String) throws {
    func text(_ text: String) -> String {
      text.replacing("O,", with: "\(Self.orders),").replacing("O]", with: "\(Self.orders)]")
        .replacing("D,", with: "\(Self.device),")
    }
    #expect(try simplified(text(rule)) == JSON(parsing: text(shorter)))
  }

  @Test(arguments: [
    // Another attribute, another kind of limit, and a loose comparison say nothing of each other.
    #"{"or": [{">=": [{"var": "a.x"}, 10]}, {">=": [{"var": "a.y"}, 12]}]}"#,
    #"{"or": [{">=": [{"var": "a.x"}, 10]}, {">=": [{"var": "a.x"}, "12"]}]}"#,
    #"{"or": [{"==": [{"var": "a.x"}, 1]}, {"===": [{"var": "a.x"}, 1]}]}"#,
    // Always one of both, but for customers of whom it is not known.
    #"{"or": [{">=": [{"var": "a.x"}, 10]}, {"<": [{"var": "a.x"}, 10]}]}"#,
    #"{"if": [true, false, true]}"#,
  ])
  func `what may differ stays`(rule: String) throws {
    #expect(try simplified(rule) == JSON(parsing: rule))
  }

  @Test func `what is left out is told with what says it already`() throws {
    let wide: JSON = [">=": [["var": "a.x"], 10]]
    let narrow: JSON = [">=": [["var": "a.x"], 12]]
    let rule = try Rule(["or": [narrow, wide]])
    #expect(RuleSimplifier(rule).omissions == [.init(condition: narrow, because: wide)])
  }

  private static func condition(_ generator: inout SplitMix64) -> JSON {
    let orders: JSON = ["var": "behavioral.orders"]
    let device: JSON = ["var": "technographic.device"]
    let bikes: JSON = ["var": "technographic.bikes"]
    let limit = JSON(Int.random(in: 0...14, using: &generator))
    let date = JSON.string(
      ["2026-08-23", "2026-08-24", "2026-11-22"].randomElement(using: &generator) ?? ""
    )
    let last: JSON = ["var": "behavioral.lastOrder"]
    func item(_ generator: inout SplitMix64) -> JSON {
      let values: [JSON] = ["city", "kids"]
      return Bool.random(using: &generator)
        ? ["===": [["var": ""], "city"]] : ["in": [["var": ""], .array(values)]]
    }
    switch Int.random(in: 0..<16, using: &generator) {
    case 0: return [">=": [orders, limit]]
    case 1: return ["<": [orders, limit]]
    case 2: return [">": [orders, limit]]
    case 3: return ["<=": [limit, orders, 12]]
    case 4: return ["<": [limit, orders, 12]]
    case 5: return [">=": [last, date]]
    case 6: return ["<=": [last, date]]
    case 7: return ["within_days": [last, JSON(Int.random(in: 1...90, using: &generator))]]
    case 8: return ["===": [device, "ios"]]
    case 9: return ["in": [device, ["ios", "web"]]]
    case 10: return ["===": [orders, limit]]
    case 11: return ["some": [bikes, item(&generator)]]
    case 12: return ["all": [bikes, item(&generator)]]
    case 13: return ["none": [bikes, item(&generator)]]
    case 14:
      return [
        "starts_with": [
          ["var": "geographic.postcode"], Bool.random(using: &generator) ? "1" : "10",
        ]
      ]
    default: return RandomRuleTests.condition(&generator)
    }
  }

  private static func rule(_ generator: inout SplitMix64, depth: Int) -> JSON {
    guard depth > 0 else { return condition(&generator) }
    let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      rule(&generator, depth: depth - 1)
    }
    return switch Int.random(in: 0..<7, using: &generator) {
    case 0, 1: ["and": .array(parts)]
    case 2, 3: ["or": .array(parts)]
    case 4: ["!": .array([parts[0]])]
    default: condition(&generator)
    }
  }

  @Test func `random rules answer as they did, for customers of whom values are missing too`()
    throws
  {
    var generator = SplitMix64(seed: 23)
    let today = try #require(CalendarDate(parsing: "2026-11-22"))
    let operations = RuleOperations.bound(today: today, zone: TimeZones.utc)
    var shortened = 0
    for _ in 0..<800 {
      let rule = try Rule(Self.rule(&generator, depth: 3), operations: operations)
      let json = RuleSimplifier(rule).json
      let shorter = try Rule(json, operations: operations)
      if json != rule.json { shortened += 1 }
      #expect(shorter.conditions.count <= rule.conditions.count)
      for _ in 0..<8 {
        let facts = CustomerFacts(RandomRuleTests.customer(&generator))
        #expect(
          shorter.answer(facts) == rule.answer(facts),
          "seed 23: \(rule.json) became \(json), of \(facts.document)"
        )
      }
    }
    #expect(shortened > 250)
  }
}
