import JSONLogic
import Testing

@testable import RapportCore

/// Random rules over random customers: what is said always agrees with what is decided.
struct RandomRuleTests {
  private static let values: [String: [JSON]] = [
    "behavioral.orders": [nil, 0, 1, 11, 12, 14, "many"],
    "behavioral.lastOrder": [
      nil, "", "2026-11-22", "2026-08-24", "2026-08-23", "2027-01-01", "soon",
    ],
    "behavioral.newsletter": [nil, true, false],
    "technographic.device": [nil, "ios", "web", 5],
    "technographic.bikes": [nil, [], ["city"], ["e-cargo", "kids"], "city"],
    "technographic.version": [nil, "4.2.0", "4.10.0", "x"],
    "geographic.postcode": [nil, "10115", "SECRET"],
  ]

  static func condition(_ generator: inout SplitMix64) -> JSON {
    switch Int.random(in: 0..<11, using: &generator) {
    case 0: [">=": [["var": "behavioral.orders"], 12]]
    case 1: ["<": [["var": "behavioral.orders"], 12]]
    case 2: ["within_days": [["var": "behavioral.lastOrder"], 90]]
    case 3: ["var": "behavioral.newsletter"]
    case 4: ["in": [["var": "technographic.device"], ["ios", "android"]]]
    case 5: ["!==": [["var": "technographic.device"], "ios"]]
    case 6: ["some": [["var": "technographic.bikes"], ["starts_with": [["var": ""], "e-"]]]]
    case 7: ["sem_ver": [["var": "technographic.version"], "<", "4.3.0"]]
    case 8: ["starts_with": [["var": "geographic.postcode"], "10"]]
    case 9: ["===": [["var": "geographic.postcode"], nil]]
    default: ["missing": ["technographic.device"]]
    }
  }

  static func rule(_ generator: inout SplitMix64, depth: Int) -> JSON {
    guard depth > 0 else { return condition(&generator) }
    let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      rule(&generator, depth: depth - 1)
    }
    return switch Int.random(in: 0..<5, using: &generator) {
    case 0, 1: ["and": .array(parts)]
    case 2: ["or": .array(parts)]
    case 3: ["!": .array([parts[0]])]
    default: condition(&generator)
    }
  }

  static func customer(_ generator: inout SplitMix64) -> Customer {
    var record: JSONObject = ["id": "C-1"]
    for (path, values) in values.sorted(by: { $0.key < $1.key }) {
      let value = values[Int.random(in: values.indices, using: &generator)]
      RecordPath(path).set(value, in: &record)
    }
    return Customer(id: "C-1", record: record)
  }

  @Test func `what is said agrees with what is decided, and says nothing that is masked`() throws {
    var generator = SplitMix64(seed: 17)
    for _ in 0..<150 {
      let rule = Self.rule(&generator, depth: 3)
      let evaluator = try MembershipEvaluatorTests.evaluator([("s", rule)], masked: true)
      let segment = try #require(evaluator.definitions.segments.first)
      for _ in 0..<5 {
        let facts = CustomerFacts(Self.customer(&generator))
        let trace = "seed 17: \(rule) \(facts.document)"
        let membership = evaluator.membership(of: facts, in: segment)
        let explanation = try #require(evaluator.explanation(of: facts, in: segment))
        #expect(membership.answer == Membership.Answer(explanation.answer), "\(trace)")
        #expect(!membership.because.isEmpty, "\(trace)")
        // The one that reads each condition once says the same as the one that reads the whole rule.
        let quick = try #require(evaluator.memberships(of: facts).first)
        #expect(quick.answer == membership.answer, "\(trace)")
        #expect(quick.because == membership.because, "\(trace)")
        #expect(quick.nearMiss == membership.nearMiss, "\(trace)")
        #expect(membership.because.allSatisfy { !$0.text.isEmpty }, "\(trace)")
        #expect(!membership.why.contains("SECRET"), "\(trace)")
        #expect(explanation.assuming { _ in nil } == explanation.answer, "\(trace)")
        if membership.answer != .out { #expect(membership.nearMiss == nil, "\(trace)") }
        if membership.answer == .unknown {
          #expect(membership.because.allSatisfy { $0.answer == .unknown }, "\(trace)")
        } else {
          // A condition that wants to fail is said with its own answer, so all agree.
          #expect(membership.because.contains { $0.answer == membership.answer }, "\(trace)")
        }
      }
    }
  }

  @Test func `eligibilities read one by one are read as wholes are`() throws {
    var generator = SplitMix64(seed: 23)
    for _ in 0..<60 {
      let rules = try (0..<8).map { _ in
        try Rule(Self.rule(&generator, depth: 3), operations: RuleOperations.names)
      }
      var definitions = try MembershipEvaluatorTests.evaluator([("s", true)]).definitions
      definitions.services = rules.enumerated().map { number, rule in
        var service = Service(
          id: Service.ID("o-\(number)"),
          name: LocalizedText(["en": "Offer"]),
          kind: .benefit
        )
        service.eligibility = rule
        return service
      }
      let evaluator = MembershipEvaluator(definitions, at: Instant(seconds: 1_795_500_000))
      for _ in 0..<5 {
        let facts = CustomerFacts(Self.customer(&generator))
        let memberships = evaluator.memberships(of: facts)
        let reader = RuleReader(evaluator, of: facts, memberships: memberships)
        for rule in rules {
          let trace = "seed 23: \(rule.json) \(facts.document)"
          let whole = evaluator.judge(rule, of: facts, memberships: memberships)
          let quick = reader.judge(rule)
          #expect(quick.answer == whole.answer, "\(trace)")
          #expect(quick.because == whole.because, "\(trace)")
        }
      }
    }
  }

  @Test func `only what is missing is asked for, and only while something is unknown`() throws {
    var generator = SplitMix64(seed: 19)
    for _ in 0..<300 {
      let rule = Self.rule(&generator, depth: 2)
      let evaluator = try MembershipEvaluatorTests.evaluator([("s", rule)])
      let customer = Self.customer(&generator)
      let facts = CustomerFacts(customer)
      let memberships = evaluator.memberships(of: facts)
      let questions = evaluator.questions(for: facts, memberships: memberships, languages: ["en"])
      if memberships.first?.answer != .unknown { #expect(questions.isEmpty) }
      for question in questions {
        #expect(facts.value(at: question.path) == nil, "seed 19: \(rule)")
        #expect(!question.settles.isEmpty)
      }
    }
  }

  @Test func `questions found from what conditions said are those of the whole rules`() throws {
    var generator = SplitMix64(seed: 29)
    var asked = 0
    for _ in 0..<40 {
      var rules = (0..<9).map { ("s\($0)", Self.rule(&generator, depth: 3)) }
      // Some ask for others, one for a draft, and one is read as a whole.
      rules[3].1 = ["and": [["in_segment": ["s0"]], Self.rule(&generator, depth: 1)]]
      rules[4].1 = ["or": [["!": [["in_segment": ["s3"]]]], Self.rule(&generator, depth: 1)]]
      rules[5].1 = ["and": [["in_segment": ["s8"]], Self.rule(&generator, depth: 1)]]
      rules[6].1 = ["if": [rules[0].1, rules[1].1, rules[2].1]]
      let evaluator = try MembershipEvaluatorTests.evaluator(
        rules,
        extra: ["s8": ["status": "draft"]]
      )
      for _ in 0..<5 {
        var customer = Self.customer(&generator)
        if Bool.random(using: &generator) {
          customer.record["notSaid"] = ["behavioral.orders": "2026-11-20"]
        }
        let facts = CustomerFacts(customer)
        let reader = RuleReader(evaluator, of: facts)
        let memberships = evaluator.memberships(of: facts)
        let naive = NaiveQuestions(evaluator: evaluator, facts: facts, memberships: memberships)
        let trace = "seed 29: \(rules) \(facts.document)"
        let questions = reader.questions(languages: ["en"])
        #expect(questions.map(\.path) == naive.questions.map(\.path), "\(trace)")
        #expect(questions.map(\.settles) == naive.questions.map(\.settles), "\(trace)")
        #expect(reader.settlement() == naive.settlement, "\(trace)")
        #expect(reader.memberships.map(\.because) == memberships.map(\.because), "\(trace)")
        let given = RuleReader(evaluator, of: facts, memberships: memberships)
        #expect(given.questions(languages: ["en"]) == questions, "\(trace)")
        #expect(given.settlement() == naive.settlement, "\(trace)")
        asked += questions.count
      }
    }
    #expect(asked > 60)
  }
}
