import JSONLogic
import Testing

@testable import RapportCore

struct LoopStepTests {
  private let settings = StoreSettings(name: "x", company: "x")
  private let today = CalendarDate(daysSinceEpoch: 20_800)

  /// A segment that nothing is missing of, but that nobody has said anything of it yet.
  private func state(_ body: (inout SegmentState) -> Void = { _ in }) throws -> SegmentState {
    var segment = Segment(id: "loyal", name: "Loyal", priority: 1)
    segment.rule = try Rule([">=": [["var": "behavioral.orders"], 3]])
    segment.goal = StoreSettings.Goal(text: "Keep them.", metric: "csat", target: 0.9)
    segment.owner = "lb"
    segment.needs = ["fast exchange"]
    let validation = SegmentValidation(of: segment, [], settings: settings)
    var state = SegmentState(segment, validation)
    state.size = AnswerCounts(isIn: 200, unknown: 20, all: 1000)
    state.looked = today.adding(days: -10)
    body(&state)
    state.sizeDoubt = state.size.flatMap { SizeDoubt($0, settings) }
    return state
  }

  private func words(_ state: SegmentState) -> String? {
    LoopStep(state, settings, today: today)?.words
  }

  /// Confirmed by customers and agents.
  private func validated(_ body: (inout SegmentState) -> Void = { _ in }) throws -> SegmentState {
    try state { state in
      let lines = (0..<25).map { number in
        var line = Feedback(
          id: Feedback.ID("\(number)"),
          at: Instant(seconds: 0),
          by: Agent.ID("a\(number % 3)"),
          on: Feedback.Subject("segment", "loyal", part: number < 5 ? "needs/0" : nil),
          verdict: number < 5 ? .agrees : .fits
        )
        line.customer = Customer.ID("C-\(number)")
        return line
      }
      state.validation = SegmentValidation(of: state.segment, lines, settings: settings)
      body(&state)
    }
  }

  @Test func `what defines it comes before all else`() throws {
    #expect(
      words(
        try state {
          $0.segment.rule = nil; $0.waiting = 3
        }
      ) == "define: no rule"
    )
    #expect(words(try state { $0.segment.goal = nil }) == "define: no goal")
    #expect(words(try state { $0.segment.owner = nil }) == "define: no owner")
    #expect(words(try state { $0.segment.goal?.target = nil }) == "define: goal without a target")
    #expect(words(try state { $0.segment.status = .draft }) == "define: not active yet")
    #expect(words(try state { $0.segment.status = .retired }) == nil)
  }

  @Test func `feedback that waits comes before asking anybody`() throws {
    let step = LoopStep(try state { $0.waiting = 12 }, settings, today: today)
    #expect(step == LoopStep(.refine, "answer 12 votes", at: .feedback))
    #expect(words(try validated { $0.waiting = 1 }) == "refine: answer 1 vote")
  }

  @Test func `a rule of which much is not known, or that tells nobody apart, is looked at first`()
    throws
  {
    let lacking = try state { $0.size = AnswerCounts(isIn: 100, unknown: 310, all: 1000) }
    #expect(words(lacking) == "collect: 31 % not known")
    #expect(
      words(try state { $0.size = AnswerCounts(isIn: 0, all: 1000) }) == "analyze: nobody belongs"
    )
    let everybody = try state { $0.size = AnswerCounts(isIn: 995, all: 1000) }
    #expect(words(everybody) == "analyze: nearly everybody belongs")
  }

  @Test func `nothing behind it is told while members are counted, what comes before is`() throws {
    #expect(words(try validated { $0.isBeingCounted = true }) == nil)
    let waiting = try validated { state in
      state.isBeingCounted = true
      state.waiting = 2
    }
    #expect(words(waiting) == "refine: answer 2 votes")
  }

  @Test func `until customers were asked it waits for that`() throws {
    #expect(words(try state()) == "validate: not checked with customers")
    #expect(words(try state { $0.size = nil }) == "validate: not checked with customers")
    #expect(words(try state { $0.isBeingCounted = true }) == nil)
  }

  @Test func `a validated segment goes on to what nobody wrote`() throws {
    let gap = GapReport.Item(
      id: .init(segment: "loyal", language: "de", intent: "billing"),
      channels: [.chat],
      reasons: ["billing"],
      answers: [],
      customers: 40,
      contacts: 9
    )
    #expect(words(try validated { $0.gaps = [gap] }) == "tailor: German chat missing")
    // A language that 2 of 200 speak.
    var few = gap
    few.customers = 2
    #expect(words(try validated { $0.gaps = [few] }) == "measure: nothing waits")
  }

  @Test func `figures and dates come last`() throws {
    #expect(words(try validated { $0.trend = .down }) == "adjust: satisfaction fell")
    let few = Satisfaction(now: Proportion(9, of: 12))
    #expect(words(try validated { $0.satisfaction = few }) == "measure: 12 of 30 answers")
    let late = try validated { $0.looked = today.adding(days: -91) }
    #expect(words(late) == "adjust: not reviewed for 91 days")
    #expect(
      words(try validated { $0.segment.goal?.by = today.adding(days: -1) })
        == "adjust: the goal was due on 2026-12-12"
    )
    #expect(words(try validated { $0.looked = nil }) == "measure: nothing waits")
  }

  @Test func `a change under test is judged on its day, and not before`() throws {
    let record: JSONObject = [
      "id": "1", "at": "2026-11-01T00:00:00Z", "by": "lb",
      "on": ["kind": "segment", "id": "loyal"], "metric": "csat", "evaluateAt": "2026-12-13",
    ]
    let adjustment = try #require(Adjustment(record: record))
    let due = try state { $0.adjustments = [adjustment] }
    #expect(words(due) == "adjust: a change is due for judgement")
    let later = try validated { state in
      var adjustment = adjustment
      adjustment.evaluateAt = today.adding(days: 9)
      state.adjustments = [adjustment]
    }
    #expect(words(later) == "measure: judge on 2026-12-22")
  }
}
