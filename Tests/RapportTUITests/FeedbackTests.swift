import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// What the agent says on the Desk, and what comes back.
struct FeedbackTests {
  private func charged(_ query: String = "zoe") -> Bench {
    var bench = Bench()
    bench.open(query)
    bench.press("i")
    bench.type("twice")
    bench.press("Enter")
    return bench
  }

  private func said(_ bench: Bench) -> [Feedback] {
    bench.feedback.values.sorted { $0.id < $1.id }
  }

  // MARK: saying it

  @Test func `f, a digit and Enter say it, with what the agent saw`() throws {
    var bench = charged()
    bench.press("f")
    #expect(bench.screen.contains("Feedback: Doppelt abgebucht, Begrüßen"))
    #expect(bench.screen.contains("1 fits") && bench.screen.contains("2 does not fit"))
    #expect(bench.screen.contains("4 they asked for something we lack"))
    bench.press("1")
    #expect(bench.feedback.isEmpty)
    bench.press("Enter")
    let line = try #require(said(bench).first)
    #expect(line.on == Feedback.Subject("script", "charged-twice", revision: 1, part: "open"))
    #expect(line.verdict == .fits && line.reason == nil && line.customer == "C-004211")
    #expect(line.interaction?.rawValue == bench.app.desk.front?.id.rawValue)
    #expect(!line.evidence.joined().contains("Zoë"))
    #expect(bench.app.toast?.text == "Noted: Charged twice, Open fits")
  }

  @Test func `a word why is kept, and Esc says nothing`() throws {
    var bench = charged()
    bench.press("f", "2")
    #expect(bench.screen.contains("does not fit: why?"))
    bench.type("too stiff")
    bench.press("Enter")
    #expect(said(bench).map(\.reason) == ["too stiff"])
    bench.press("f", "3", "Esc")
    #expect(bench.feedback.count == 1)
  }

  @Test func `undo takes it back by a line`() {
    var bench = charged()
    bench.press("f", "2", "Enter", "u")
    #expect(bench.feedback.isEmpty)
    #expect(bench.app.toast?.text == "Took back: feedback on Charged twice, Open")
    bench.press("u")
    #expect(bench.app.toast?.text.hasPrefix("Took back: the reason") == true)
  }

  @Test func `a journal that fails is said, and there is nothing to take back`() {
    var bench = charged()
    bench.journalFails = true
    bench.press("f", "2", "Enter")
    #expect(bench.app.toast?.text == "The feedback is not in the journal: the disk is full")
    bench.press("u")
    #expect(bench.app.toast?.text.hasPrefix("Took back: the reason") == true)
  }

  @Test func `the line that names several segments means the strongest, and the others are there`()
    throws
  {
    var bench = Bench()
    bench.open("zoe")
    #expect(bench.app.desk.front?.focus(bench.app.layout) == .who)
    bench.press("f")
    #expect(bench.screen.contains("Feedback: Loyal advocates"))
    #expect(bench.screen.contains("5 on Mobile-first instead"))
    bench.press("5", "2", "Enter")
    let line = try #require(said(bench).first)
    #expect(line.on == Feedback.Subject("segment", "mobile-first", revision: 2))
    #expect(line.evidence == ["belongs", "device ios"])
    #expect(bench.app.desk.front?.isStarted == false, "a card stays a card")
  }

  @Test func `a wish wants words, and is on nothing`() throws {
    var bench = charged()
    bench.press("f", "4", "Enter")
    #expect(bench.screen.contains("nothing is typed yet"))
    bench.type("a cable drum")
    bench.press("Enter")
    let line = try #require(said(bench).first)
    #expect(line.on == nil && line.verdict == .lacks && line.reason == "a cable drum")
    #expect(line.evidence.contains("about Charged twice"))
    #expect(
      bench.app.toast?.text == "Noted: they asked for something we lack: a cable drum"
    )
  }

  @Test func `a caller nobody knows has feedback too`() throws {
    var bench = Bench()
    bench.press("Ctrl-N", "Ctrl-N", "i")
    bench.type("twice")
    bench.press("Enter", "f", "2", "Enter")
    let line = try #require(said(bench).first)
    #expect(line.customer == nil && line.record["customer"] == .null)
  }

  @Test func `each phrase of the tone is a line of its own`() throws {
    var bench = Bench()
    bench.open("zoe")
    bench.app.desk.editFront { $0.pane = .how }
    bench.press("f")
    #expect(bench.screen.contains("Feedback: Warm and personal"))
    bench.press("Esc", "Down", "f")
    #expect(bench.screen.contains("Feedback: “I can see why that is annoying.”"))
    bench.press("2", "Enter", "Down", "f", "2", "Enter")
    #expect(said(bench).compactMap(\.on?.part).sorted() == ["avoid/de/0", "say/de/0"])
    #expect(said(bench).allSatisfy { $0.on?.kind == "tone" })
  }

  @Test func `an offer, a segment of the why pane and the subject are meant where they are`() throws
  {
    var bench = Bench(180, 50)
    bench.open("zoe")
    bench.app.desk.editFront { $0.cursor = .offer("early-access") }
    bench.press("f", "3", "Enter")
    bench.press("w", "f", "1", "Enter")
    let kinds = said(bench).compactMap(\.on?.kind)
    #expect(kinds.sorted() == ["segment", "service"])
    #expect(said(bench).contains { $0.on?.id == "early-access" && !$0.evidence.isEmpty })
  }

  @Test func `what takes no feedback says so`() {
    var bench = charged()
    bench.press("n")
    bench.type("x")
    bench.press("Enter")
    bench.app.desk.editFront { $0.cursor = .note }
    bench.press("f")
    #expect(
      bench.app.toast?.text
        == "feedback is on a segment, the tone, an offer or a step: move to one first"
    )
    #expect(bench.app.layers.isEmpty)
  }

  // MARK: what comes back

  private func answered(_ id: String, by agent: Agent.ID = "lb", hour: Int64 = 1) -> Feedback {
    let subject = Feedback.Subject("segment", "mobile-first", revision: 2)
    let at = PreviewStore.now.adding(seconds: -90_000)
    var line = Feedback(id: Feedback.ID(id), at: at, by: "mk", on: subject, verdict: .not)
    line.reason = "too old"
    line.answer = Feedback.Answer(
      by: agent,
      at: at.adding(seconds: hour * 3_600),
      text: "We changed the rule."
    )
    return line
  }

  @Test func `an answer is on Find until it is read`() {
    var bench = Bench()
    bench.feedback = ["a": answered("a"), "b": answered("b", by: "mk", hour: 2)]
    bench.press("F2")
    #expect(
      bench.rows[3].contains("lb answered") && bench.rows[3].contains("on Mobile-first: “We")
    )
    #expect(bench.screen.contains("1 answer to your feedback"))
    bench.press("Enter")
    #expect(bench.screen.contains("Answer to your feedback"))
    #expect(bench.screen.contains("does not fit: “too old”"))
    #expect(bench.readAnswers["a"] == bench.feedback["a"]?.answer?.at)
    bench.press("Enter")
    #expect(!bench.screen.contains("lb answered"))
    bench.press("F2")
    #expect(!bench.screen.contains("to your feedback"))
  }

  @Test func `an answer that is given anew comes again`() {
    var bench = Bench()
    bench.feedback = ["a": answered("a")]
    bench.press("F2", "Enter", "Esc")
    bench.feedback = ["a": answered("a", hour: 5)]
    bench.send(.message(.journalChanged))
    #expect(bench.screen.contains("lb answered"))
  }

  @Test func `a long answer scrolls to its end and no further`() {
    var bench = Bench(60, 16)
    var line = answered("a")
    line.answer?.text = (1...60).map { "word\($0)" }.joined(separator: " ") + " omega"
    bench.feedback = ["a": line]
    bench.press("F2", "Enter", "PgDn", "PgDn", "PgDn")
    #expect(bench.screen.contains("By") && bench.screen.contains("lb,"))
    bench.press("Up")
    #expect(bench.screen.contains("omega"))
  }

  // MARK: the queue

  private func queue(_ columns: Int = 80, role: Agent.Role = .supervisor) -> Bench {
    var bench = WorkbenchDefinitions.bench(columns, 24, role: role)
    bench.feedback = FeedbackQueue.lines
    bench.press("F4", "[")
    return bench
  }

  @Test func `the page has what waits first, with counts`() {
    let bench = queue()
    #expect(bench.screen.contains("[Feedback]"))
    #expect(bench.rows[4].contains("Asked for") && bench.rows[4].contains("a cable drum"))
    #expect(bench.rows[5].contains("Loyal advocates"))
    #expect(bench.rows[5].contains("1 fits, 2 do not, of 3 agents"))
  }

  @Test func `a row in full has every vote with who, why and what they saw`() {
    var bench = queue()
    bench.press("Down", "Enter")
    for words in ["segment: 1 fits, 2 do not, of 3 agents", "Maria", "too broad", "14 orders"] {
      #expect(bench.screen.contains(words), "\(words)")
    }
    bench.press("Enter")
    #expect(bench.app.workbench.page == .segments)
    #expect(bench.app.workbench.place.selected == .definition(.init(.segment, "loyal-advocates")))
  }

  @Test func `one that waits is answered in a line, several together or each`() throws {
    var bench = queue()
    bench.press("a")
    #expect(bench.screen.contains("Answer to Maria on a cable drum"))
    bench.type("we order some")
    bench.press("Enter")
    #expect(bench.feedback["w"]?.answer?.text == "we order some")
    #expect(bench.feedback["w"]?.answer?.by == "mk")
    #expect(bench.rows[4].contains("Loyal advocates"))
    bench.press("g", "a")
    #expect(bench.screen.contains("1 all 2 that wait"))
    bench.press("1")
    bench.type("changed")
    bench.press("Enter")
    #expect(bench.feedback.values.count { $0.answer?.text == "changed" } == 2)
    #expect(bench.feedback["f1"]?.answer == nil, "that it fits wants no answer")
  }

  @Test func `agents look, and are told who answers`() {
    var bench = queue(role: .agent)
    bench.press("a")
    #expect(bench.app.toast?.text == "supervisors answer feedback")
    #expect(bench.app.layers.isEmpty)
  }

  @Test func `there is nothing to edit where nothing is defined yet`() {
    var bench = queue()
    bench.press("e")
    #expect(bench.app.toast?.text == "There is nothing to edit on this line")
  }

  @Test(arguments: GoldenTests.sizes) func `the page`(size: (Int, Int)) throws {
    var bench = WorkbenchDefinitions.bench(size.0, size.1)
    bench.feedback = FeedbackQueue.lines
    bench.press("F4", "[", "Down")
    try GoldenScreen.check(bench.frame, "workbench-feedback")
  }

  @Test(arguments: GoldenTests.sizes) func `giving it`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.open("zoe")
    bench.press("f")
    try GoldenScreen.check(bench.frame, "desk-feedback")
  }

  @Test(arguments: GoldenTests.sizes) func `an answer in full`(size: (Int, Int)) throws {
    var bench = Bench(size.0, size.1)
    bench.feedback = ["a": answered("a"), "c": answered("c", hour: 3)]
    bench.press("F2", "Enter")
    try GoldenScreen.check(bench.frame, "find-answer")
  }
}

/// What three agents said, and one wish.
enum FeedbackQueue {
  static let lines: [Feedback.ID: Feedback] = {
    let segment = Feedback.Subject("segment", "loyal-advocates", revision: 7)
    let script = Feedback.Subject("script", "charged-twice", revision: 3, part: "open")
    let seen = ["belongs", "14 orders (12 or more)"]
    let wish = line("w", .lacks, by: "mk", hour: 9, why: "a cable drum")
    let all = [
      line("f1", .fits, on: segment, by: "mk", hour: 1, saw: seen),
      line("f2", .fits, on: segment, by: "jr", hour: 2, saw: seen),
      line("n1", .not, on: segment, by: "mk", hour: 8, why: "too broad", saw: seen),
      line("n2", .not, on: segment, by: "tv", hour: 7, saw: seen),
      line(
        "s1",
        .unsure,
        on: script,
        by: "jr",
        hour: 5,
        why: "sounds like a form",
        saw: ["Hello."]
      ),
      wish,
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }()

  private static func line(
    _ id: String,
    _ verdict: Feedback.Verdict,
    on subject: Feedback.Subject? = nil,
    by agent: Agent.ID,
    hour: Int64,
    why: String? = nil,
    saw: [String] = []
  ) -> Feedback {
    let at = PreviewStore.now.adding(seconds: (hour - 48) * 3_600)
    var line = Feedback(id: Feedback.ID(id), at: at, by: agent, on: subject, verdict: verdict)
    line.customer = "C-004211"
    line.reason = why
    line.evidence = saw
    return line
  }
}
