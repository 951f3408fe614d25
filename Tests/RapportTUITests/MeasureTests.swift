import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// This week, and from each line on to its place.
struct MeasureTests {
  static func week(_ facts: inout WeekFacts) {
    var report = SatisfactionReport()
    report.all = Satisfaction(now: Proportion(812, of: 1000), before: Proportion(790, of: 1000))
    report.segments["loyal-advocates"] = Satisfaction(
      now: Proportion(60, of: 100),
      before: Proportion(90, of: 100)
    )
    report.segments["mobile-first"] = Satisfaction(now: Proportion(3, of: 3))
    facts.satisfaction = report
    facts.definitions.settings.goal = StoreSettings.Goal(
      text: "Answer every caller within a day.",
      metric: "csat",
      target: 0.9
    )
  }

  static func said(_ id: String, on segment: String = "loyal-advocates") -> Feedback {
    var line = Feedback(
      id: Feedback.ID(id),
      at: PreviewStore.now.adding(seconds: -3600),
      by: "jr",
      on: Feedback.Subject("segment", segment, revision: 7),
      verdict: .not
    )
    line.reason = "Only one big order."
    return line
  }

  private func bench(_ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = Bench(columns, rows)
    bench.app.agent.role = .supervisor
    bench.feedback["f1"] = Self.said("f1")
    bench.week = Self.week
    return bench
  }

  @Test func `F5 tells this week, what matters most first`() {
    var bench = bench()
    bench.press("F5")
    #expect(bench.app.view == .measure)
    #expect(
      bench.rows[1].contains("This week") && bench.rows[1].contains("things wait for somebody")
    )
    #expect(bench.rows[3].contains("Goal") && bench.screen.contains("target 90 %: below it"))
    #expect(bench.screen.contains("Loyal advocates: satisfaction fell from 90 % to 60 %"))
    #expect(bench.screen.contains("1 line waits for an answer"))
  }

  @Test func `the list, the figures and the week tell one trend, with how many answers`() {
    func told(_ loyal: Satisfaction, _ mobile: Satisfaction) -> (
      week: String, list: String, figures: String
    ) {
      var bench = Bench(180, 50)
      bench.app.agent.role = .supervisor
      bench.week = { facts in
        var report = SatisfactionReport()
        report.all = Satisfaction(now: Proportion(800, of: 1000), before: Proportion(790, of: 1000))
        report.segments["loyal-advocates"] = loyal
        report.segments["mobile-first"] = mobile
        facts.satisfaction = report
      }
      bench.press("F5")
      let week = bench.screen
      bench.press("F4")
      let list = bench.screen
      bench.app.workbench.select(.definition(DefinitionReference(.segment, "loyal-advocates")))
      bench.press("Enter", "5")
      return (week, list, bench.screen)
    }
    // Alone it would be a difference; among three figures it is none that can be told from chance.
    let rose = Satisfaction(now: Proportion(36, of: 46), before: Proportion(27, of: 47))
    let same = Satisfaction(now: Proportion(40, of: 50), before: Proportion(40, of: 50))
    let none = told(rose, same)
    #expect(none.week.contains("no difference that the answers can tell from chance"))
    #expect(none.list.contains("(46)") && none.list.contains("no difference"))
    #expect(!none.list.contains("rose"))
    #expect(none.figures.contains("no difference that"))
    let fell = Satisfaction(now: Proportion(60, of: 100), before: Proportion(90, of: 100))
    let fallen = told(fell, Satisfaction(now: Proportion(9, of: 12)))
    #expect(fallen.week.contains("Loyal advocates: satisfaction fell from 90 % to 60 %"))
    #expect(fallen.list.contains("(100)") && fallen.list.contains("fell"))
    #expect(fallen.list.contains("(12, few)") && fallen.list.contains("few answers"))
    let new = Satisfaction(now: Proportion(60, of: 100), before: Proportion(9, of: 12))
    #expect(told(new, same).list.contains("few before"))
    #expect(fallen.figures.contains("it fell"))
  }

  @Test func `Enter goes to the place of a line, and Esc comes back to it`() {
    var bench = bench()
    bench.press("F5")
    let feedback = bench.app.measure.lines.firstIndex { $0.topic == .feedback } ?? 0
    for _ in 0..<feedback { bench.press("Down") }
    bench.press("Enter")
    #expect(bench.app.view == .workbench && bench.app.workbench.page == .feedback)
    #expect(bench.screen.contains("Only one big order."))
    bench.press("a")
    bench.type("We changed the rule.")
    bench.press("Enter")
    #expect(bench.feedback["f1"]?.answer?.text == "We changed the rule.")
    bench.press("Esc")
    #expect(bench.app.view == .measure && bench.app.measure.index == feedback)
    bench.press("Esc")
    #expect(bench.app.view == .measure)
    #expect(bench.app.toast?.text == "Nothing to go back to: F2 goes to Find")
  }

  @Test func `Enter on the lines that are only counted tells each of them`() {
    var bench = bench()
    bench.week = { facts in facts.unread = (1...6).map { "file \($0)" } }
    bench.press("F5")
    let rest = bench.app.measure.lines.firstIndex { $0.place == .rest(.unread) } ?? 0
    for _ in 0..<rest { bench.press("Down") }
    #expect(bench.screen.contains("and 3 more") && !bench.screen.contains("file 6"))
    bench.press("Enter")
    #expect(bench.app.view == .measure && bench.app.measure.index == rest)
    #expect(bench.app.measure.lines.count { $0.topic == .unread } == 6)
    bench.press("G")
    #expect(bench.screen.contains("file 6"))
  }

  @Test func `the goal's page names the way back, and F4 is as it was before`() {
    var bench = bench()
    bench.press("F4", "]", "F5", "Enter")
    #expect(bench.app.workbench.page == .goal)
    #expect(bench.rows.last?.contains("Esc back to this week") == true)
    bench.press("Esc")
    #expect(bench.app.view == .measure && bench.app.measure.index == 0)
    bench.press("F4")
    #expect(bench.app.workbench.page == .tones && !bench.app.workbench.isOpen)
    #expect(bench.rows.last?.contains("this week") == false)
  }

  @Test func `Esc closes what was opened on the way before it comes back to the week`() throws {
    var bench = bench()
    bench.press("F5")
    let line = try #require(bench.app.measure.lines.firstIndex { $0.topic == .profiles })
    for _ in 0..<line { bench.press("Down") }
    bench.press("Enter", "m")
    #expect(bench.app.workbench.screens.count == 1)
    bench.press("Esc")
    #expect(bench.app.view == .workbench && bench.app.workbench.screens.isEmpty)
    bench.press("Esc")
    #expect(bench.app.view == .measure && bench.app.measure.index == line)
  }

  @Test(arguments: [60, 80, 120, 180]) func `every figure is seen with its count`(columns: Int) {
    var bench = bench(columns, 50)
    bench.press("F5")
    let body = bench.rows.dropFirst(3).dropLast(2)
    let words = body.map { row in
      String(row.prefix(columns < 160 ? columns : columns * 11 / 20).dropFirst(12)).trimmed
    }.joined(separator: " ")
    #expect(words.contains("satisfaction 81 %, 79-84, of 1000 answers; target 90 %: below it"))
    #expect(words.contains("satisfaction fell from 90 % to 60 %, 50-69, of 100 answers"))
  }

  @Test func `on a wide screen what a line is about stands beside it`() {
    var bench = bench(180, 50)
    bench.press("F5")
    while bench.app.measure.selected?.topic != .changed { bench.press("Down") }
    #expect(bench.screen.contains("│ Loyal advocates"))
    #expect(bench.screen.contains("Before     90 %, 83-94, of 100 answers, 90 days before"))
  }

  @Test func `what is answered is gone when it is read again`() {
    var bench = bench()
    bench.press("F5")
    #expect(bench.app.measure.lines.contains { $0.topic == .feedback })
    bench.feedback["f1"]?.answer = Feedback.Answer(by: "lb", at: bench.now, text: "Done.")
    bench.press("r")
    #expect(!bench.app.measure.lines.contains { $0.topic == .feedback })
  }

  @Test func `a line about a customer opens their card`() throws {
    var bench = bench()
    let id = try #require(bench.store.customers.keys.sorted().first)
    let record: JSONObject = [
      "id": "I1", "at": "2026-11-01T09:00:00Z", "agent": "mk", "customer": .string(id.rawValue),
      "followUp": ["at": "2026-11-02", "what": "call"],
    ]
    let promise = try #require(
      Interaction(record: record).flatMap { FollowUp(of: $0, in: TimeZones.utc) }
    )
    bench.week = { $0.overdue = [promise] }
    bench.press("F5")
    let line = try #require(bench.app.measure.lines.firstIndex { $0.topic == .followUps })
    for _ in 0..<line { bench.press("Down") }
    bench.press("Enter")
    #expect(bench.app.view == .desk && bench.app.desk.front?.contact.customer == id)
  }

  @Test func `where nothing is known it says so, and nothing can be opened that is not there`() {
    var bench = Bench()
    bench.press("F5")
    #expect(bench.screen.contains("Goal"))
    bench.press("End", "Down", "Enter")
    #expect(bench.app.layers.isEmpty)
  }

  @Test func `an answer to an older question is dropped`() {
    var bench = bench()
    bench.press("F5")
    var facts = WeekFacts(bench.app.knowledge.definitions, at: bench.now)
    facts.unread = ["late"]
    let message = Message.week(facts, isComplete: true, generation: 0)
    bench.send(.message(message))
    #expect(!bench.app.measure.lines.contains { $0.topic == .unread })
  }

  @Test func `the next step of a segment leads to where it is done`() throws {
    var bench = bench(120, 40)
    let rule = try Rule([">=": [["var": "behavioral.orders"], 12]])
    bench.week = { facts in
      for place in facts.definitions.segments.indices {
        facts.definitions.segments[place].rule = rule
        facts.definitions.segments[place].owner = "lb"
        facts.definitions.segments[place].goal = StoreSettings.Goal(
          text: "Keep them.",
          metric: "csat",
          target: 0.9
        )
      }
    }
    bench.press("F5", "F4")
    #expect(bench.app.measure.steps["loyal-advocates"]?.place == .feedback)
    bench.press("t")
    #expect(bench.app.workbench.page == .feedback && bench.app.workbench.isOpen)
    #expect(bench.screen.contains("refine: answer 1 vote"))
  }
}
