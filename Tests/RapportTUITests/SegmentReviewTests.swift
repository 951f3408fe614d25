import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Marking segments as reviewed, and what votes say of conditions.
struct SegmentReviewTests {
  @Test func `v marks the segment as reviewed, with a note, and u takes it back`() {
    var bench = CountedDefinitions.bench(120, 40)
    bench.press("Enter", "v")
    #expect(bench.screen.contains("is reviewed: what did you find?"))
    bench.type("still right")
    bench.press("Enter")
    let line = bench.feedback.values.first
    #expect(line?.verdict == .reviewed && line?.reason == "still right")
    #expect(line?.on?.revision == bench.app.knowledge.definitions.segments.first?.revision)
    #expect(bench.screen.contains("Reviewed: Loyal advocates, version"))
    #expect(bench.screen.contains("last reviewed today by"))
    #expect(bench.app.measure.states["loyal-advocates"]?.looked == TimeZones.utc.date(bench.now))
    bench.press("u")
    #expect(bench.feedback.isEmpty && bench.screen.contains("Taken back: the review of Loyal"))
    #expect(!bench.screen.contains("last reviewed today by"))
  }

  @Test func `a note may be left out, and Esc marks nothing`() {
    var bench = CountedDefinitions.bench()
    bench.press("v", "Esc")
    #expect(bench.feedback.isEmpty)
    bench.press("v", "Enter")
    #expect(bench.feedback.count == 1 && bench.feedback.values.first?.reason == nil)
  }

  @Test func `a journal that cannot be written is told, and nothing is taken back`() {
    var bench = CountedDefinitions.bench()
    bench.journalFails = true
    bench.press("v", "Enter")
    #expect(bench.screen.contains("The review is not in the journal: the disk is full"))
    #expect(bench.app.reviewToTakeBack == nil)
  }

  @Test func `agents do not review`() {
    var bench = CountedDefinitions.bench()
    bench.app.agent.role = .agent
    bench.press("v")
    #expect(bench.app.layers.isEmpty && bench.screen.contains("supervisors review segments"))
  }

  @Test func `a review does not stand among the feedback`() {
    var bench = CountedDefinitions.bench()
    bench.press("v", "Enter", "[", "[")
    #expect(bench.app.feedback.groups.isEmpty)
  }

  private func voted() -> Bench {
    var bench = CountedDefinitions.bench(180, 60, customers: 40)
    for number in 1...24 {
      let near = number <= 12
      let record: JSONObject = [
        "id": .string("C-\(number)"), "name": .string("Person \(number)"),
        "behavioral": ["orders": JSON(near ? 12 : 60)],
      ]
      if let customer = Customer(record: record) { bench.store.put(customer) }
      var line = Feedback(
        id: Feedback.ID("v\(number)"),
        at: bench.now.adding(seconds: -60),
        by: Agent.ID("a\(number % 3)"),
        on: Feedback.Subject("segment", "loyal-advocates", revision: 7),
        verdict: near && number > 2 ? .not : .fits
      )
      line.customer = Customer.ID("C-\(number)")
      bench.feedback[line.id] = line
    }
    bench.press("F5", "r", "F4")
    return bench
  }

  @Test func `the rule tells which condition votes speak against, with their counts`() {
    var bench = voted()
    bench.press("Enter", "2")
    #expect(bench.screen.contains("What votes say of the conditions"))
    #expect(bench.screen.contains("14 fit, 10 do not: 24 votes of 3 agents on 24 customers"))
    #expect(bench.screen.contains("orders at least 12: probably wrong; near it 2 of 12 fit"))
    bench.press("5")
    #expect(bench.screen.contains("Condition  orders at least 12: probably wrong"))
  }

  @Test func `without a vote the rule says how there come to be some`() {
    var bench = CountedDefinitions.bench(180, 60)
    bench.press("Enter", "2")
    #expect(bench.screen.contains("none yet: f on the Desk says whether a customer belongs"))
  }
}
