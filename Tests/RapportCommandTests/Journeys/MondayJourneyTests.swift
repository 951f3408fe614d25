import Glibc
import JSONLogic
import TestSupport
import Testing

/// Monday morning: a supervisor reads what changed and what waits, and answers it.
struct MondayJourneyTests {
  private let measure = "\u{1B}[15~"

  private func harbour() throws -> Workplace {
    let place = try Workplace.supervisedHarbour()
    mkdir(place.file("journal"), 0o700)
    try place.append(
      #"""
      {"id":"01A","at":"2026-02-20T09:00:00Z","by":"mk","customer":"T-1","on":{"kind":"segment","id":"regulars","revision":3},"verdict":"not","reason":"only one big order"}

      """#,
      to: "journal/feedback.jsonl"
    )
    return place
  }

  @Test func `from the week to a segment, to its feedback, and back`() throws {
    let place = try harbour()
    let supervisor = try place.open(["--agent", "rt"])
    supervisor.send(measure)
    try supervisor.wait(forText: "This week")
    try supervisor.wait(forText: "Regulars: 1 line waits for an answer")
    try supervisor.wait(forText: "without an owner: Regulars")

    // The profile that nobody owns is the last line.
    supervisor.send("G" + Typing.enter)
    try supervisor.wait(forText: "priority 10")
    supervisor.send(Typing.escape)
    try supervisor.wait(forText: "This week")

    // Goal, what changed, and then what agents said.
    supervisor.send("gjj")
    try supervisor.wait(forText: "▌Feedback")
    supervisor.send(Typing.enter)
    try supervisor.wait(forText: "only one big order")
    supervisor.send("a")
    try supervisor.wait(forText: "Answer to Mara King on Regulars")
    supervisor.send("we changed the rule" + Typing.enter)
    try supervisor.wait(forText: "Answered: Mara King reads it on Find")

    supervisor.send(Typing.escape)
    try supervisor.wait(forText: "This week")
    try supervisor.wait(for: "a week without it") { !$0.text.contains("waits for an answer") }
    #expect(supervisor.screen.unknown == [])
    #expect(try place.run("feedback", "list", "--unanswered").status == 1)
    #expect(try place.run("check").status == 0)
  }
}
