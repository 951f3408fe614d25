import JSONLogic
import Testing

@testable import RapportCore

struct ConditionDoubtTests {
  private let moment = Instant(seconds: 1_800_000_000)

  /// Members with so many orders, each with a vote.
  private func doubts(
    _ rule: JSON,
    _ votes: [(orders: JSON, fits: Bool)],
    path: String = "orders"
  ) throws -> [ConditionDoubt] {
    let evaluator = try MembershipEvaluatorTests.evaluator([("loyal", rule)])
    let segment = try #require(evaluator.definitions.segments.first)
    var facts: [Customer.ID: CustomerFacts] = [:]
    let lines = votes.enumerated().map { number, vote in
      let id = Customer.ID("C-\(number)")
      facts[id] = CustomerFacts(
        Customer(
          id: id,
          record: ["id": .string(id.rawValue), "behavioral": .object([path: vote.orders])]
        )
      )
      var line = Feedback(
        id: Feedback.ID("\(number)"),
        at: moment,
        by: "mk",
        on: Feedback.Subject("segment", "loyal"),
        verdict: vote.fits ? .fits : .not
      )
      line.customer = id
      return line
    }
    return ConditionDoubt.all(of: segment, lines, evaluator.words) { facts[$0] }
  }

  private let rule: JSON = [">=": [["var": "behavioral.orders"], 12]]

  @Test func `members near the limit who do not fit speak against the limit`() throws {
    let near = (0..<9).map { (orders: JSON(12 + $0 % 3), fits: $0 < 2) }
    let far = (0..<9).map { (orders: JSON(30 + $0), fits: true) }
    let doubt = try #require(try doubts(rule, near + far).first)
    #expect(doubt.near == Proportion(2, of: 9) && doubt.far == Proportion(9, of: 9))
    #expect(doubt.finding == .wrong)
    #expect(
      doubt.sentence == "orders at least 12: probably wrong; near it 2 of 9 fit, further 9 of 9"
    )
  }

  @Test func `where those far from it do not fit either, it is something else`() throws {
    let votes = (0..<20).map { (orders: JSON(12 + $0), fits: $0.isMultiple(of: 2)) }
    #expect(try doubts(rule, votes).first?.finding == .unsuspicious)
  }

  @Test func `a handful of votes tells nothing, and says so`() throws {
    let votes = (0..<6).map { (orders: JSON(12 + $0), fits: $0 > 2) }
    let doubt = try #require(try doubts(rule, votes).first)
    #expect(doubt.finding == .tooFewVotes && doubt.sentence.contains("too few votes to tell"))
    #expect(try doubts(rule, []).first?.finding == .tooFewVotes)
  }

  @Test func `days count too, and a choice has no limit`() throws {
    let days = [Int64](0..<20).map { day -> (orders: JSON, fits: Bool) in
      let date = TimeZones.utc.date(moment.adding(seconds: -day * 4 * 86_400))
      return (.string(date.description), day < 10)
    }
    let rule: JSON = [
      "and": [
        ["within_days": [["var": "behavioral.lastOrder"], 90]],
        ["===": [["var": "technographic.device"], "ios"]],
      ]
    ]
    let found = try doubts(rule, days, path: "lastOrder")
    #expect(found.count == 1)
    #expect(found.first?.near == Proportion(0, of: 10) && found.first?.finding == .wrong)
  }

  @Test func `the more conditions can tell something, the more it takes`() throws {
    let near = (0..<8).map { (orders: JSON(12), fits: $0 < 4) }
    let far = (0..<8).map { (orders: JSON(40 + $0), fits: true) }
    let alone = try #require(try doubts(rule, near + far).first)
    let both = try doubts(["and": [rule, ["<": [["var": "behavioral.orders"], 26]]]], near + far)
    #expect(both.count == 2)
    let same = try #require(both.first { $0.words == alone.words })
    #expect(same.probability == alone.probability && same.adjusted > alone.adjusted)
  }

  @Test func `a condition without votes enough takes nothing from those that can tell`() throws {
    let near = (0..<8).map { (orders: JSON(12), fits: $0 < 3) }
    let far = (0..<8).map { (orders: JSON(40 + $0), fits: true) }
    let alone = try #require(try doubts(rule, near + far).first)
    #expect(alone.finding == .wrong)
    let silent: [JSON] = (1...6).map { number in
      ["<": [["var": .string("behavioral.spend\(number)")], 9]]
    }
    let found = try doubts(["and": .array([rule] + silent)], near + far)
    #expect(found.count == 7 && found.first?.words == alone.words)
    #expect(found.first?.adjusted == alone.adjusted && found.first?.finding == .wrong)
    #expect(found.dropFirst().allSatisfy { $0.finding == .tooFewVotes && $0.adjusted == 1 })
  }
}
