import JSONLogic
import RapportCore
import Testing

@testable import RapportTUI

/// What was promised to whoever is on the Desk.
struct DueTests {
  private func past(
    _ at: String,
    _ intent: String,
    outcome: String,
    promise: JSON? = nil,
    continues: String? = nil
  ) throws -> Interaction {
    var record: JSONObject = [
      "id": .string("I-\(at)"), "at": .string("\(at)T10:00:00Z"), "agent": "tv",
      "customer": "C-000412", "channel": "phone", "intent": .string(intent),
      "outcome": .string(outcome),
    ]
    record["followUp"] = promise
    record["continues"] = continues.map { .string($0) }
    return try #require(Interaction(record: record))
  }

  private func promised(_ due: String, by: String = "tv") throws -> Interaction {
    try past(
      "2026-11-18",
      "billing-dispute",
      outcome: "follow-up",
      promise: ["at": .string(due), "by": .string(by), "what": "call back"]
    )
  }

  private func bench(_ history: [Interaction], _ columns: Int = 80, _ rows: Int = 24) -> Bench {
    var bench = Bench(columns, rows)
    bench.store.history["C-000412"] = history
    bench.open("ana")
    return bench
  }

  @Test(arguments: [(80, 24), (120, 40), (180, 50)])
  func `the Desk says what was promised to them, and how long it is overdue`(
    size: (Int, Int)
  ) throws {
    let bench = bench([try promised("2026-11-20")], size.0, size.1)
    let row = try #require(bench.rows.first { $0.contains("Due") })
    #expect(row.contains("2 days overdue: call back"))
    #expect(size.0 != 80 || row.contains("call back, Charged twice, by tv"))
  }

  @Test func `what is due today is told with its time, what comes with its day`() throws {
    let today = bench([try promised("2026-11-22T15:30:00Z", by: "mk")])
    #expect(today.screen.contains("due today 16:30: call back, Charged twice"))
    #expect(!today.screen.contains("by mk"))
    let later = bench([try promised("2026-11-23")])
    #expect(later.screen.contains("Due    promised for tomorrow: call back"))
  }

  @Test func `a contact about the same kept it, one about something else did not`() throws {
    let promise = try promised("2026-11-20")
    let other = bench([try past("2026-11-21", "delivery", outcome: "resolved"), promise])
    #expect(other.screen.contains("Due    2 days overdue"))
    let same = bench([try past("2026-11-21", "billing-dispute", outcome: "resolved"), promise])
    #expect(!same.screen.contains("overdue"))
    let missed = bench([try past("2026-11-21", "billing-dispute", outcome: "no-answer"), promise])
    #expect(missed.screen.contains("overdue"))
    let continued = try past(
      "2026-11-21",
      "delivery",
      outcome: "resolved",
      continues: promise.id.rawValue
    )
    #expect(!bench([continued, promise]).screen.contains("overdue"))
  }

  @Test func `continuing from what is due takes up the contact in which it was promised`() throws {
    let promise = try promised("2026-11-20")
    let newer = try past("2026-11-21", "delivery", outcome: "unresolved")
    var bench = bench([newer, promise])
    bench.press("Home")
    #expect(bench.app.desk.front?.focus(bench.app.layout) == .due)
    bench.press("k")
    #expect(bench.app.desk.front?.contact.continues == promise.id.rawValue)
    #expect(bench.app.desk.front?.contact.intent == "billing-dispute")
  }

  @Test func `without a screen it is a line of the card`() throws {
    let knowledge = PreviewGuide.knowledge
    let tab = try #require(bench([try promised("2026-11-20")]).app.desk.front)
    let lines = PlainText(knowledge).card(
      tab.guidance,
      history: tab.history,
      now: PreviewStore.now
    )
    #expect(lines.contains("Promised: 2 days overdue: call back, Charged twice, by tv"))
  }
}
