import Glibc
import JSONLogic
import TestSupport
import Testing

/// What an agent says does not fit, a supervisor's answer, and the agent who reads it.
struct FeedbackJourneyTests {
  private let workbench = "\u{1B}OS"

  private func lines(in place: Workplace) throws -> [JSON] {
    try (place.text("journal/feedback.jsonl") ?? "").split(separator: "\n")
      .map { try JSON(parsing: Array($0.utf8)) }
  }

  @Test func `a vote with a word why is answered, and the answer is read once`() throws {
    let place = try Workplace.supervisedHarbour()
    let agent = try place.open()
    try agent.openCustomer("T-1", "ada brook")
    agent.send("f")
    try agent.wait(forText: "Feedback: Regulars")
    agent.send("2")
    try agent.wait(forText: "Regulars does not fit: why?")
    agent.send("only one big order" + Typing.enter)
    try agent.wait(forText: "Noted: Regulars does not fit")
    let said = try #require(try lines(in: place).first)
    #expect(said["on"] == ["kind": "segment", "id": "regulars", "revision": 3])
    #expect(said["verdict"] == "not" && said["reason"] == "only one big order")
    #expect(said["customer"] == "T-1" && said["by"] == "mk")
    #expect(said["evidence"] == ["belongs", "7 orders (5 or more)"])

    let supervisor = try place.open(["--agent", "rt"], columns: 120, rows: 40)
    supervisor.send(workbench + "[")
    try supervisor.wait(forText: "▌Regulars")
    try supervisor.wait(forText: "only one big order")
    supervisor.send("a")
    try supervisor.wait(forText: "Answer to Mara King on Regulars")
    supervisor.send("we changed the rule" + Typing.enter)
    try supervisor.wait(forText: "Answered: Mara King reads it on Find")
    #expect(try lines(in: place).count == 2)

    agent.send(Typing.find)
    try agent.wait(forText: "Rob answered")
    try agent.wait(forText: "1 answer to your feedback")
    agent.signal(SIGKILL)
    #expect(try agent.waitForExit() == 128 + SIGKILL)
    let again = try place.open()
    try again.wait(forText: "▌Rob answered")
    again.send(Typing.enter)
    try again.wait(forText: "Answer to your feedback")
    try again.wait(forText: "we changed the rule")
    try again.wait(until: "what was read is on the disk") {
      TextFile.text("\(place.store)/drafts/mk/.answers.jsonl")?.hasSuffix("\n") ?? false
    }
    again.send(Typing.enter)
    try again.wait(for: "Find without it") { !$0.text.contains("Rob answered") }
    again.signal(SIGKILL)
    _ = try again.waitForExit()
    let last = try place.open()
    #expect(!last.screen.text.contains("Rob answered"))
    #expect(try place.run("check").status == 0)
    #expect(last.screen.unknown == [])
  }

  @Test func `what is taken back is gone from the queue, by a line`() throws {
    let place = try Workplace.supervisedHarbour()
    let agent = try place.open()
    try agent.openCustomer("T-1", "ada brook")
    agent.send("f")
    try agent.wait(forText: "Feedback: Regulars")
    agent.send("2" + Typing.enter)
    try agent.wait(forText: "Noted: Regulars does not fit")
    agent.send("u")
    try agent.wait(forText: "Took back: feedback on Regulars")
    let written = try lines(in: place)
    #expect(written.count == 2 && written[1] == ["id": written[0]["id"] ?? .null, "deleted": true])
    #expect(try place.run("feedback", "list").status == 1)
  }
}
