import JSONLogic
import Testing

@testable import RapportCore

struct WeekReviewTests {
  private let now = Instant(seconds: 1_797_120_000)

  private func definitions(_ more: [String: JSON] = [:]) -> Definitions {
    var files: [String: JSON] = [
      "store.json": [
        "name": "x", "format": 1,
        "goal": ["text": "Answer within a day", "metric": "csat", "target": 0.9],
      ],
      "attributes.json": MembershipEvaluatorTests.catalog,
      "segments/loyal.json": [
        "id": "loyal", "name": "Loyal", "priority": 1, "revision": 4, "owner": "lb",
        "goal": ["text": "Keep them."], "rule": [">=": [["var": "behavioral.orders"], 10]],
      ],
    ]
    files.merge(more) { $1 }
    return Definitions(decoding: DefinitionDocuments(files: files))
  }

  private func lines(
    _ topic: WeekReview.Topic,
    _ definitions: Definitions? = nil,
    _ body: (inout WeekFacts) -> Void = { _ in }
  ) -> [WeekReview.Line] {
    var facts = WeekFacts(definitions ?? self.definitions(), at: now)
    body(&facts)
    return WeekReview(facts).lines.filter { $0.topic == topic }
  }

  private func feedback(
    _ id: String,
    _ verdict: Feedback.Verdict,
    on segment: String? = "loyal",
    daysAgo: Int64 = 0
  ) -> Feedback {
    Feedback(
      id: Feedback.ID(id),
      at: now.adding(seconds: -daysAgo * 86_400),
      by: "mk",
      on: segment.map { Feedback.Subject("segment", $0, revision: 4) },
      verdict: verdict
    )
  }

  @Test func `where nothing is known nothing is claimed`() {
    let all = WeekReview(WeekFacts(definitions(), at: now)).lines
    #expect(
      all.map(\.words) == [
        "satisfaction is not known; target 90 %. “Answer within a day”",
        "not known when anybody looked at Loyal",
      ]
    )
    let noGoal = definitions(["store.json": ["name": "x", "format": 1]])
    #expect(lines(.goal, noGoal).map(\.isDue) == [true])
  }

  @Test(arguments: [
    (Proportion(), "satisfaction no answer yet"), (Proportion(80, of: 100), "below it"),
    (Proportion(88, of: 100), "not certain yet"), (Proportion(980, of: 1000), "reached"),
  ])
  func `the goal is told against its target`(_ share: Proportion, _ words: String) {
    let told = lines(.goal) { facts in
      var report = SatisfactionReport()
      report.all.now = share
      facts.satisfaction = report
    }
    #expect(told.first?.words.lowercased().contains(words) == true)
    #expect(told.first?.isDue == (words == "below it"))
  }

  @Test func `only what the answers can tell from chance has changed`() {
    func told(_ loyal: Satisfaction) -> [String] {
      lines(.changed) { facts in
        var report = SatisfactionReport()
        report.all = Satisfaction(now: Proportion(800, of: 1000), before: Proportion(790, of: 1000))
        report.segments["loyal"] = loyal
        facts.satisfaction = report
      }.map(\.words)
    }
    let same = Satisfaction(now: Proportion(40, of: 50), before: Proportion(45, of: 50))
    #expect(
      told(same) == [
        "satisfaction: no difference that the answers can tell from chance, 2 figures compared over"
          + " 90 days"
      ]
    )
    let fallen = Satisfaction(now: Proportion(60, of: 100), before: Proportion(90, of: 100))
    #expect(
      told(fallen) == ["Loyal: satisfaction fell from 90 % to 60 %, 50-69, of 100 answers"]
    )
  }

  @Test func `too few answers are called so`() {
    let told = lines(.changed) { $0.satisfaction = SatisfactionReport() }
    #expect(
      told.map(\.words) == [
        "too few answers to compare the last 90 days with the 90 days before: 30 in each are needed"
      ]
    )
  }

  @Test func `sizes that a changed rule moved are told with the version`() {
    let told = lines(.sizes) { facts in
      var move = SegmentDifference()
      (move.joining, move.leaving) = (12_038, 4)
      move.after = AnswerCounts(isIn: 12_840, all: 100_000)
      facts.moves["loyal"] = move
    }
    #expect(
      told.map(\.words) == [
        "Loyal, version 4: 12,038 joined, 4 left by its changed rule; 12,840 members now"
      ]
    )
  }

  @Test func `a rule that was changed and changed back this week moved nothing`() throws {
    func edit(_ before: Int, _ after: Int, daysAgo: Int64) -> DefinitionChange {
      func object(_ orders: Int) -> JSON {
        ["id": "loyal", "rule": [">=": [["var": "behavioral.orders"], JSON(orders)]]]
      }
      let reference = DefinitionReference(.segment, "loyal")
      return DefinitionChange(
        id: DefinitionChange.ID("\(before)-\(after)"),
        at: now.adding(seconds: -daysAgo * 86_400),
        by: "lb",
        reason: "",
        edits: [.init(reference, before: object(before), after: object(after))]
      )
    }
    var facts = WeekFacts(definitions(), at: now)
    facts.changes = [edit(8, 10, daysAgo: 1), edit(10, 8, daysAgo: 2)]
    #expect(facts.changed.isEmpty)
    facts.changes = [edit(9, 10, daysAgo: 1), edit(8, 9, daysAgo: 2), edit(1, 8, daysAgo: 9)]
    #expect(
      facts.changed.first?.before?.rule?.json == [">=": [["var": "behavioral.orders"], 8]]
    )
    #expect(facts.states["loyal"]?.looked == facts.today.adding(days: -1))
  }

  @Test func `a segment of nobody is due, unless somebody accepts it`() {
    let nobody = SegmentSize(id: "loyal", counts: AnswerCounts(unknown: 5, all: 200))
    let told = lines(.sizes) { $0.sizes = ["loyal": nobody] }
    #expect(
      told.map(\.words) == ["Loyal: nobody of 200 customers belongs; of 5 it is not known"]
    )
    #expect(told.first?.isDue == true && told.first?.place == .step("loyal", .rule))
    let accepted = definitions([
      "segments/loyal.json": [
        "id": "loyal", "name": "Loyal", "priority": 1,
        "rule": [">=": [["var": "behavioral.orders"], 10]],
        "waive": [["finding": "no-members", "reason": "they come in May"]],
      ]
    ])
    #expect(lines(.sizes, accepted) { $0.sizes = ["loyal": nobody] }.isEmpty)
  }

  @Test func `a segment that came this week is told as new`() {
    let new = definitions([
      "segments/loyal.json": [
        "id": "loyal", "name": "Loyal", "priority": 1, "revision": 1,
        "rule": [">=": [["var": "behavioral.orders"], 10]],
      ]
    ])
    let told = lines(.sizes, new) { facts in
      var move = SegmentDifference()
      (move.joining, move.after) = (40, AnswerCounts(isIn: 40, all: 100))
      facts.moves["loyal"] = move
    }
    #expect(told.map(\.words) == ["Loyal is new: 40 members"])
  }

  @Test func `one line of feedback is told in the singular`() {
    let told = lines(.feedback) { $0.feedback = [feedback("a", .not, daysAgo: 1)] }
    #expect(
      told.map(\.words) == [
        "Loyal: 1 line waits for an answer and says it does not fit; it is 1 day old"
      ]
    )
  }

  @Test func `feedback that waits is counted by what it is on, and what is lacking apart`() {
    let told = lines(.feedback) { facts in
      facts.feedback = [
        feedback("a", .not, daysAgo: 5), feedback("b", .unsure), feedback("c", .fits),
        feedback("d", .lacks, on: nil), feedback("e", .lacks, on: nil),
      ]
    }
    #expect(
      told.map(\.words) == [
        "Loyal: 2 lines wait for an answer, 1 says it does not fit; the oldest is 5 days old",
        "2 callers asked for what we lack",
      ]
    )
    #expect(told.first?.place == .feedback(DefinitionReference(.segment, "loyal")))
  }

  @Test func `a promise that is late names the customer, and many are counted`() throws {
    let promises = try (1...6).map { number in
      let record: JSONObject = [
        "id": .string("I\(number)"), "at": "2026-12-01T09:00:00Z", "agent": "mk",
        "customer": .string("C-\(number)"),
        "followUp": ["at": "2026-12-0\(number)", "what": "call"],
      ]
      let interaction = try #require(Interaction(record: record))
      return try #require(FollowUp(of: interaction, in: TimeZones.utc))
    }
    let told = lines(.followUps) { $0.overdue = promises }
    #expect(told.count == 4 && told[0].place == .customer("C-1"))
    #expect(told[0].words == "C-1 12 days late: call, promised by mk")
    #expect(told[3].words == "and 3 more" && told[3].isDue)
    #expect(told[3].place == .rest(.followUps))
    var facts = WeekFacts(definitions(), at: now)
    facts.overdue = promises
    let (some, whole) = (WeekReview(facts), WeekReview(facts, whole: [.followUps]))
    #expect(whole.lines.count { $0.topic == .followUps } == 6)
    // Those that are only counted wait too.
    #expect(some.due == whole.due && whole.due == whole.lines.count { $0.isDue })
  }

  @Test func `segments without goal or owner are named together`() {
    let bare: JSON = ["id": "bare", "name": "Bare", "priority": 2]
    let told = lines(.profiles, definitions(["segments/bare.json": bare]))
    #expect(told.map(\.words) == ["without a goal: Bare", "without an owner: Bare"])
    #expect(told.first?.place == .step("bare", .profile))
  }

  @Test func `what could not be read is said`() {
    let told = lines(.unread) { $0.unread = ["sizes: no such file"] }
    #expect(told.map(\.words) == ["sizes: no such file"])
  }

  @Test func `as JSON each line says what it is on`() throws {
    var facts = WeekFacts(definitions(), at: now)
    facts.feedback = [feedback("a", .not)]
    let json = WeekReview(facts).json(facts)
    #expect(json["from"] == "2026-12-06T00:00:00Z" && json["to"] == "2026-12-13T00:00:00Z")
    let line = try #require(json["lines"]?.arrayValue?.first { $0["topic"] == "feedback" })
    #expect(line["on"] == ["kind": "segment", "id": "loyal"] && line["due"] == true)
  }
}
