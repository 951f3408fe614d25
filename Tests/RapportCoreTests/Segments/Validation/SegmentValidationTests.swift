import JSONLogic
import Testing

@testable import RapportCore

struct SegmentValidationTests {
  private let settings = StoreSettings(name: "x", company: "x")
  private var segment: Segment {
    var segment = Segment(id: "loyal", name: "Loyal", priority: 1)
    segment.revision = 7
    segment.needs = ["fast exchange"]
    segment.preferences = ["first name", "short answers"]
    return segment
  }

  private func vote(
    _ verdict: Feedback.Verdict,
    _ number: Int,
    by agent: String = "mk",
    of customer: String? = nil,
    revision: Int? = 7,
    minute: Int = 0
  ) -> Feedback {
    let subject = Feedback.Subject("segment", "loyal", revision: revision)
    var line = Feedback(
      id: Feedback.ID("v\(number)\(agent)\(minute)"),
      at: Instant(seconds: Int64(1_800_000_000 + 60 * minute)),
      by: Agent.ID(agent),
      on: subject,
      verdict: verdict
    )
    line.customer = Customer.ID(customer ?? "C-\(number)")
    return line
  }

  private func answer(
    _ verdict: Feedback.Verdict,
    _ part: String,
    by customer: String,
    asked: String? = nil,
    minute: Int = 0
  ) -> Feedback {
    var line = Feedback(
      id: Feedback.ID("a\(part)\(customer)\(minute)"),
      at: Instant(seconds: Int64(1_800_000_000 + 60 * minute)),
      by: "mk",
      on: Feedback.Subject("segment", "loyal", revision: 7, part: part),
      verdict: verdict
    )
    line.customer = Customer.ID(customer)
    line.evidence = asked.map { [$0] } ?? []
    return line
  }

  private func validation(_ lines: [Feedback], since: Int = 1) -> SegmentValidation {
    let changes = [Self.change(since, ["rule": 1], ["rule": 2])]
    return SegmentValidation(
      of: segment,
      lines,
      rules: RuleVersions.all(changes)["loyal"],
      settings: settings
    )
  }

  private func votes(fits: Int, not: Int, agents: Int = 3) -> [Feedback] {
    (0..<fits + not).map { vote($0 < fits ? .fits : .not, $0, by: "a\($0 % agents)") }
  }

  private var asked: [Feedback] {
    (0..<5).map { answer(.agrees, "needs/0", by: "C-\($0)", asked: "fast exchange") }
  }

  @Test func `nobody said anything`() {
    let none = validation([])
    #expect(none.state == .notAsked && none.words == "not yet asked")
    #expect(
      none.missing == ["not checked with customers", "0 of 20 votes of 0 of 3 agents"]
    )
  }

  @Test func `customers who were asked and agents of one mind validate it`() {
    let all = validation(votes(fits: 20, not: 1) + asked)
    #expect(all.state == .validated && all.missing.isEmpty)
    #expect(all.words == "validated: 21 votes, 3 agents, 5 customers asked")
  }

  @Test func `either of them alone is not enough`() {
    #expect(validation(votes(fits: 40, not: 0)).state == .collecting)
    #expect(validation(votes(fits: 19, not: 0) + asked).state == .collecting)
    #expect(validation(votes(fits: 40, not: 0, agents: 2) + asked).state == .collecting)
    #expect(validation(asked).words.hasPrefix("collecting: 0 of 20 votes"))
    // 17 of 20 fit, and yet it may be as few as 64 %.
    let doubtful = validation(votes(fits: 17, not: 3) + asked)
    #expect(doubtful.state == .collecting && doubtful.missing == ["agents are not of one mind"])
  }

  @Test func `votes that leave no doubt of the opposite ask for a review`() {
    // At most 70.1 % and 65.8 % of all may fit.
    #expect(validation(votes(fits: 10, not: 10)).state == .collecting)
    #expect(validation(votes(fits: 9, not: 11)).state == .toReview)
  }

  @Test func `of an agent and a customer the latest vote counts, and of an unsure one nothing`() {
    let lines = [
      vote(.not, 1, minute: 0), vote(.fits, 1, minute: 5), vote(.not, 1, by: "jr"),
      vote(.unsure, 2, by: "zz"),
    ]
    let votes = validation(lines.reversed()).votes
    #expect(votes.fits == 1 && votes.not == 1 && votes.unsure == 1 && votes.agents == 2)
    #expect(votes.fit == Proportion(1, of: 2) && votes.customers == 1)
    #expect(
      votes.sentence
        == "1 fits, 1 does not: 2 votes of 2 agents on 1 customer; 1 not sure, which does not count"
    )
    #expect(validation([vote(.unsure, 2)]).votes.sentence == "1 not sure, which does not count")
    #expect(validation([]).votes.sentence == nil)
  }

  @Test func `every screen and command counts the same votes, those of another rule apart`() throws
  {
    let lines = [
      vote(.not, 1, revision: 6), vote(.fits, 1, minute: 1), vote(.fits, 1, minute: 2),
      vote(.unsure, 2, by: "jr", minute: 3), vote(.fits, 3, by: "zz", minute: 99),
      answer(.agrees, "needs/0", by: "C-1", asked: "fast exchange"),
    ]
    let reference = DefinitionReference(.segment, "loyal")
    let change = DefinitionChange(
      id: "7",
      at: Instant(seconds: 1_800_000_000),
      by: "lb",
      reason: "",
      edits: [
        .init(reference, before: ["rule": 1, "revision": 6], after: ["rule": 2, "revision": 7])
      ]
    )
    let moment = Instant(seconds: 1_800_000_000 + 60 * 10)
    let found = SegmentValidations(lines, [change], settings, at: moment)[segment]
    #expect(found.votes.fits == 1 && found.votes.unsure == 1 && found.votes.agents == 1)
    #expect(
      found.said
        == "1 fits, 1 not sure; customers: 1 of 1 answer agree; of another rule: 1 does not fit"
    )
    var facts = WeekFacts(
      Definitions(settings: settings, catalog: AttributeCatalog([])),
      at: moment
    )
    facts.definitions.segments = [segment]
    (facts.feedback, facts.changes) = (lines, [change])
    #expect(facts.states["loyal"]?.validation.votes == found.votes)
  }

  @Test func `votes of versions with another rule are told apart`() {
    let lines = votes(fits: 20, not: 0).map { line in
      var line = line
      line.on?.revision = 6
      return line
    }
    let now = validation(lines + asked, since: 7)
    #expect(now.votes.fits == 0 && now.earlier.fits == 20 && now.state == .collecting)
    #expect(validation(lines + asked, since: 6).state == .validated)
  }

  @Test func `an answer stays with the words that were asked`() throws {
    let lines = [
      // Moved from the first place to the second.
      answer(.agrees, "preferences/0", by: "C-1", asked: "short answers"),
      // Rewritten since.
      answer(.agrees, "needs/0", by: "C-1", asked: "a slow exchange"),
      // Written without the words.
      answer(.disagrees, "preferences/0", by: "C-2"),
    ]
    let answers = validation(lines).answers
    #expect(answers.map(\.id) == ["needs/0", "preferences/0", "preferences/1"])
    #expect(answers.map(\.agrees) == [0, 0, 1] && answers.map(\.disagrees) == [0, 1, 0])
  }

  @Test func `asked again, a customer's latest answer counts, and their words are kept`() {
    var late = answer(.disagrees, "needs/0", by: "C-1", asked: "fast exchange", minute: 9)
    late.reason = "I never exchange"
    let early = answer(.agrees, "needs/0", by: "C-1", asked: "fast exchange")
    let found = validation([early, late])
    #expect(found.customers == 1 && found.answers[0].summary == "0 of 1 agrees")
    #expect(found.answers[0].words == ["I never exchange"])
  }

  @Test func `a need that customers do not have is doubted`() {
    let lines = (0..<6).map { answer(.disagrees, "needs/0", by: "C-\($0)", asked: "fast exchange") }
    let found = validation(lines)
    #expect(found.state == .toReview && found.doubted.map(\.id) == ["needs/0"])
  }

  @Test func `a rule that was changed and changed back keeps what was said of it`() {
    let changes = [
      Self.change(9, ["rule": 1], ["rule": 2]), Self.change(8, ["rule": 2], ["rule": 1]),
      Self.change(7, ["rule": 2, "name": "A"], ["rule": 2, "name": "B"]),
      Self.change(6, ["rule": 1], ["rule": 2]), Self.change(5, ["rule": 0], ["rule": 1]),
    ]
    let rules = RuleVersions.all(changes)
    let today = (1...10).filter { rules["loyal"]?.isToday($0) ?? true }
    #expect(today == [6, 7, 9, 10])
    #expect(rules["other"] == nil)
  }

  private static func change(_ revision: Int, _ before: JSON, _ after: JSON) -> DefinitionChange {
    var (before, after) = (before, after)
    before["revision"] = JSON(revision - 1)
    after["revision"] = JSON(revision)
    let reference = DefinitionReference(.segment, "loyal")
    return DefinitionChange(
      id: DefinitionChange.ID("\(revision)"),
      at: Instant(seconds: 0),
      by: "mk",
      reason: "",
      edits: [.init(reference, before: before, after: after)]
    )
  }
}
