import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// Measure as people see it; RAPPORT_UPDATE_GOLDEN=1 rewrites it.
struct MeasureGoldenTests {
  private func bench(_ size: (Int, Int)) throws -> Bench {
    var bench = Bench(size.0, size.1)
    bench.app.agent.role = .supervisor
    for number in 1...4 {
      bench.feedback[Feedback.ID("f\(number)")] = MeasureTests.said("f\(number)")
    }
    bench.feedback["g"] = MeasureTests.said("g", on: "mobile-first")
    var wish = Feedback(id: "w", at: bench.now, by: "jr", on: nil, verdict: .lacks)
    wish.reason = "A lock that opens by phone"
    bench.feedback["w"] = wish
    let promises = try (1...7).map { number in
      let record: JSONObject = [
        "id": .string("I\(number)"), "at": "2026-11-10T09:00:00Z", "agent": "mk",
        "customer": .string("C-00420\(number)"),
        "followUp": ["at": .string("2026-11-1\(number)"), "what": "send the estimate"],
      ]
      let interaction = try #require(Interaction(record: record))
      return try #require(FollowUp(of: interaction, in: TimeZones.utc))
    }
    bench.week = { facts in
      MeasureTests.week(&facts)
      facts.overdue = promises
      var move = SegmentDifference()
      (move.joining, move.leaving) = (938, 0)
      move.after = AnswerCounts(isIn: 12_840, all: 1_000_000)
      facts.moves["loyal-advocates"] = move
      facts.unread = ["how old values are: customers.jsonl cannot be read"]
    }
    bench.press("F5")
    return bench
  }

  @Test(arguments: GoldenTests.sizes) func `this week`(size: (Int, Int)) throws {
    try GoldenScreen.check(try bench(size).frame, "measure-week")
  }

  @Test(arguments: GoldenTests.sizes) func `a line further down`(size: (Int, Int)) throws {
    var bench = try bench(size)
    bench.press("G", "Up", "Up")
    try GoldenScreen.check(bench.frame, "measure-end")
  }
}
