import JSONLogic
import Testing

@testable import RapportCore

struct NextQuestionTests {
  private let orders: JSON = [">=": [["var": "behavioral.orders"], 12]]
  private let device: JSON = ["===": [["var": "technographic.device"], "ios"]]
  private let born: JSON = [">=": [["age_years": ["var": "demographic.born"]], 18]]

  private func questions(
    _ rules: [(id: String, rule: JSON)],
    _ record: JSONObject = [:],
    languages: [String] = ["en"]
  ) throws -> [NextQuestion] {
    let evaluator = try MembershipEvaluatorTests.evaluator(rules)
    let facts = CustomerFacts(Customer(id: "C-1", record: record))
    return evaluator.questions(
      for: facts,
      memberships: evaluator.memberships(of: facts),
      languages: languages
    )
  }

  @Test func `the answer that settles the most comes first`() throws {
    let questions = try questions([("a", orders), ("b", device), ("c", ["and": [device, device]])])
    #expect(questions.map(\.path) == ["technographic.device", "behavioral.orders"])
    #expect(questions[0].question == "What do you use?")
    #expect(questions[0].choices.map(\.value) == ["ios", "android", "web"])
    #expect(questions[0].settles == ["b", "c"])
  }

  @Test func `between equals the stronger segment wins`() throws {
    #expect(try questions([("a", orders), ("b", device)]).first?.path == "behavioral.orders")
    #expect(try questions([("a", device), ("b", orders)]).first?.path == "technographic.device")
  }

  @Test func `an answer that settles surely beats one that may`() throws {
    let questions = try questions([("a", ["and": [orders, device]]), ("b", device)])
    #expect(questions.map(\.path) == ["technographic.device", "behavioral.orders"])
    #expect(questions[0].settles == ["b"])
    #expect(questions[1].settles == ["a"])
  }

  @Test func `what is protected comes last, and what was refused lately not at all`() throws {
    let rules = [("a", born), ("b", orders)]
    #expect(try questions(rules).map(\.path) == ["behavioral.orders", "demographic.born"])
    let lately: JSONObject = ["notSaid": ["behavioral.orders": "2026-11-01"]]
    #expect(try questions(rules, lately).map(\.path) == ["demographic.born"])
    let longAgo: JSONObject = ["notSaid": ["behavioral.orders": "2026-10-23"]]
    #expect(try questions(rules, longAgo).count == 2)
  }

  @Test func `what the catalog has no question for is not asked`() throws {
    #expect(try questions([("a", ["===": [["var": "geographic.country"], "DE"]])]).isEmpty)
    #expect(try questions([("a", orders)], ["behavioral": ["orders": 3]]).isEmpty)
  }

  @Test func `the question is in the language of the contact`() throws {
    #expect(try questions([("a", orders)], languages: ["de-AT"]).first?.question == "Wie oft?")
  }
}
