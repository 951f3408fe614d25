import JSONLogic
import Testing

@testable import RapportCore

struct RuleLintTests {
  private static let now = Instant(seconds: 1_795_338_240)

  private func problems(_ rule: String, extra: [String: JSON] = [:]) throws -> [Problem] {
    let evaluator = try MembershipEvaluatorTests.evaluator([("s", ["===": [1, 1]])], extra: extra)
    return StoreCheck.problems(
      of: try JSON(parsing: rule),
      in: evaluator.definitions,
      at: Self.now
    )
  }

  @Test(arguments: [
    // Ranges of numbers; of whole numbers nothing lies between two neighbours.
    (
      #"{"and": [{">=": [{"var": "behavioral.orders"}, 12]}, {"<": [{"var": "behavioral.orders"}, 5]}]}"#,
      "error rule: \"orders at least 12\" and \"orders less than 5\" cannot both hold"
    ),
    (
      #"{"and": [{">": [{"var": "behavioral.orders"}, 3]}, {"<": [{"var": "behavioral.orders"}, 4]}]}"#,
      "error rule: \"orders more than 3\" and \"orders less than 4\" cannot both hold"
    ),
    (
      #"{"and": [{">": [{"var": "behavioral.spend12m"}, 3]}, {"<": [{"var": "behavioral.spend12m"}, 4]}]}"#,
      nil
    ),
    // Choices.
    (
      #"{"and": [{"===": [{"var": "technographic.device"}, "ios"]}, {"in": [{"var": "technographic.device"}, ["android", "web"]]}]}"#,
      "error rule: \"device iOS\" and \"device Android or Web\" cannot both hold"
    ),
    (
      #"{"in": [{"var": "technographic.device"}, ["ios", "android", "web"]]}"#,
      "warning rule: every value makes \"device iOS, Android or Web\" hold"
    ),
    // True and false, dates, versions, lists.
    (
      #"{"or": [{"var": "behavioral.newsletter"}, {"!": [{"var": "behavioral.newsletter"}]}]}"#,
      "warning rule: the rule holds for everybody of whom the values are known"
    ),
    (#"{"<": ["2026-03-29T01:30:00Z", {"var": "behavioral.lastOrder"}]}"#, nil),
    (
      #"{"and": [{"within_days": [{"var": "behavioral.lastOrder"}, 30]}, {"<": [{"var": "behavioral.lastOrder"}, "2026-10-01"]}]}"#,
      "error rule: \"last order within 30 days\" and \"last order before 1 Oct 2026\" cannot both hold"
    ),
    (
      #"{"and": [{">=": [{"age_years": [{"var": "demographic.born"}]}, 30]}, {"<": [{"age_years": [{"var": "demographic.born"}]}, 30]}]}"#,
      "error rule: \"years since born at least 30\" and \"years since born less than 30\" cannot both hold"
    ),
    (
      #"{"and": [{"sem_ver": [{"var": "technographic.version"}, ">=", "4.2.0"]}, {"sem_ver": [{"var": "technographic.version"}, "<", "4.2.0"]}]}"#,
      "error rule: \"app version 4.2.0 or newer\" and \"app version before 4.2.0\" cannot both hold"
    ),
    (
      #"{"and": [{"some": [{"var": "technographic.bikes"}, {"===": [{"var": ""}, "kids"]}]}, {"none": [{"var": "technographic.bikes"}, {"in": [{"var": ""}, ["kids", "cargo"]]}]}]}"#,
      "error rule: \"bikes with kids\" and \"bikes without kids or cargo\" cannot both hold"
    ),
    (
      #"{"and": [{"some": [{"var": "technographic.bikes"}, {"===": [{"var": ""}, "kids"]}]}, {"some": [{"var": "technographic.bikes"}, {"===": [{"var": ""}, "city"]}]}]}"#,
      nil
    ),
    // Found by fuzzing: a whole number that nothing is compared with, and no operands at all.
    (#"{"var": "behavioral.orders"}"#, nil),
    (#"{"age_years": [{"var": "behavioral.lastOrder"}]}"#, nil),
    (#"{"and": []}"#, "error rule#/and: \"and\" has 0 operands"),
    // Branches.
    (
      #"{"and": [{">=": [{"var": "behavioral.orders"}, 10]}, {"or": [{"<": [{"var": "behavioral.orders"}, 5]}, {"var": "behavioral.newsletter"}]}]}"#,
      "warning rule#/and/1/or/0: \"orders less than 5\" can never hold together with the conditions around"
    ),
    (
      #"{"if": [{">": [{"var": "behavioral.orders"}, 1]}, {"if": [{"===": [{"var": "behavioral.orders"}, 0]}, {"var": "behavioral.newsletter"}, false]}, false]}"#,
      "warning rule#/if/1/if/1: \"orders 0\" never holds, so this is never asked"
    ),
    (
      #"{"and": [{">=": [{"var": "behavioral.orders"}, 10]}, {">=": [{"var": "behavioral.orders"}, 5]}]}"#,
      "warning rule#/and/1: \"orders at least 5\" always holds where the other conditions do"
    ),
    // What cannot be told is not claimed: texts may do both.
    (
      #"{"and": [{"starts_with": [{"var": "geographic.country"}, "a"]}, {"ends_with": [{"var": "geographic.country"}, "b"]}]}"#,
      nil
    ),
    (
      #"{"and": [{"starts_with": [{"var": "geographic.country"}, "a"]}, {"!": [{"starts_with": [{"var": "geographic.country"}, "a"]}]}]}"#,
      "error rule: \"country starting with a\" and \"country not starting with a\" cannot both hold"
    ),
    (
      #"{"and": [{"missing": ["behavioral.orders"]}, {">": [{"var": "behavioral.orders"}, 1]}]}"#,
      "error rule: \"orders not known\" and \"orders more than 1\" cannot both hold"
    ),
    (
      #"{"and": [{"var": "behavioral.newsletter"}, {">": [{"var": "behavioral.orders"}, 1]}, {"===": [{"var": "geographic.country"}, "DE"]}, {">": [{"var": "behavioral.spend12m"}, 1]}, {"===": [{"var": "technographic.device"}, "ios"]}]}"#,
      "warning rule: 5 conditions are hard to act on"
    ),
    (
      #"{"some": [{"var": "technographic.bikes"}, {"===": [{"var": ""}, {"var": "behavioral.orders"}]}]}"#,
      "error rule#/some/1/===/1: \"behavioral.orders\" is looked up in the item of the list and never found"
    ),
    (
      #"{">": [{"age_years": [{"var": "demographic.born"}]}, 30]}"#,
      "warning rule#/>/0/age_years/0: born is protected"
    ),
  ])
  func `what can never or always hold is found by the values there are`(
    rule: String,
    expected: String?
  ) throws {
    let found = try problems(rule).map { "\($0.severity.rawValue) \($0.place): \($0.message)" }
    if let expected {
      #expect(found.contains(expected), "\(found)")
    } else {
      #expect(found == [])
    }
  }

  @Test(arguments: ["and", "or", "if"])
  func `a rule of ten thousand nodes is looked at in no time`(join: String) throws {
    let paths = ["behavioral.orders", "behavioral.spend12m", "technographic.device", "company"]
    let conditions = (0..<2_400).map { number -> JSON in
      let left: JSON = ["var": .string(paths[number % 4])]
      return number % 4 < 2 ? [">": [left, JSON(number)]] : ["===": [left, JSON("\(number)")]]
    }
    for rule: JSON in [
      .object([join: .array(conditions)]),
      .object([join: .array(conditions.prefix(1_600).map { ["!": [["or": [$0, false]]]] })]),
    ] {
      let evaluator = try MembershipEvaluatorTests.evaluator([("s", true)])
      let compiled = try Rule(rule, operations: RuleOperations.names)
      let time = ContinuousClock().measure { _ = RuleLint.findings(compiled, evaluator.words) }
      #expect(time < .seconds(20), "\(time)")
    }
  }

  @Test func `a finding may be accepted with a reason, at its place or anywhere`() throws {
    let rule: JSON = [">": [["age_years": [["var": "demographic.born"]]], 30]]
    func found(_ waive: [JSON]) throws -> [String] {
      let evaluator = try MembershipEvaluatorTests.evaluator(
        [("s", rule)],
        extra: ["s": ["waive": .array(waive)]]
      )
      return StoreCheck.problems(of: evaluator.definitions, at: Self.now)
        .filter { $0.finding == .protected }.map(\.description)
    }
    #expect(try found([]).count == 1)
    #expect(try found([["finding": "protected", "reason": "the law asks for it"]]) == [])
    #expect(try found([["pointer": "/rule", "reason": "the law asks for it"]]) == [])
    #expect(try found([["finding": "everyone", "reason": "x"]]).count == 1)
    #expect(try found([["pointer": "/tone", "reason": "x"]]).count == 1)
  }

  @Test func `a segment behind one that has all its members is named`() throws {
    func found(_ strong: JSON, _ weak: JSON) throws -> [Finding] {
      let evaluator = try MembershipEvaluatorTests.evaluator([("a", strong), ("b", weak)])
      return StoreCheck.problems(of: evaluator.definitions, at: Self.now).compactMap(\.finding)
    }
    let many: JSON = [">=": [["var": "behavioral.orders"], 10]]
    let some: JSON = [">=": [["var": "behavioral.orders"], 5]]
    #expect(try found(some, many) == [.shadowed])
    #expect(try found(many, some) == [])
    #expect(try found(many, many) == [.nearlyEqual])
    #expect(try found(many, [">": [["var": "behavioral.orders"], 9]]) == [.nearlyEqual])
    let german: JSON = ["and": [many, ["===": [["var": "geographic.country"], "DE"]]]]
    #expect(try found(some, german) == [.shadowed])
    #expect(try found(german, some) == [])
  }

  @Test func `rules of every shape are looked at without a trap, and claims hold`() throws {
    var generator = SplitMix64(seed: 23)
    let evaluator = try MembershipEvaluatorTests.evaluator([("s", true)])
    for _ in 0..<150 {
      let json = RandomRuleTests.rule(&generator, depth: 3)
      let rule = try Rule(json, operations: RuleOperations.names)
      let found = RuleLint.findings(rule, evaluator.words).filter { $0.node === rule.root }
      let never = found.contains { [.alwaysFalse, .contradiction].contains($0.finding) }
      let always = found.contains { $0.finding == .alwaysTrue }
      guard never || always else { continue }
      for _ in 0..<60 {
        let facts = CustomerFacts(RandomRuleTests.customer(&generator))
        let operations = RuleOperations.bound(today: evaluator.today, zone: TimeZones.utc)
        let answer = rule.answer(facts, operations: operations)
        #expect(answer != (never ? .in : .out), "seed 23: \(json) \(facts.document)")
      }
    }
  }
}
