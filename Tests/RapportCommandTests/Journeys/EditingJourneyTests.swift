import Glibc
import JSONLogic
import TestSupport
import Testing

/// A supervisor changes what agents say, on real terminals.
struct EditingJourneyTests {
  private let workbench = "\u{1B}OS"
  private let clear = "\u{15}"
  private let save = "\u{13}"

  /// The form of the tone, with the cursor in its greeting.
  private func openGreeting(in place: Workplace) throws -> PseudoTerminal {
    let terminal = try place.open(["--agent", "rt"])
    terminal.send(workbench)
    try terminal.wait(forText: "[Segments]")
    terminal.send("]")
    try terminal.wait(forText: "▌Plain")
    terminal.send("e")
    try terminal.wait(forText: "Plain · tone, version")
    try terminal.wait(forText: "1 of ")
    terminal.send(String(repeating: "\t", count: 8))
    try terminal.wait(for: "the cursor in the greeting") { screen in
      screen.lines.contains { $0.hasPrefix("▌Greeting") }
    }
    return terminal
  }

  private func save(_ reason: String, on terminal: PseudoTerminal) throws {
    terminal.send(save)
    try terminal.wait(forText: "Why this change?")
    terminal.send(reason + Typing.enter)
  }

  @Test func `a greeting is changed, seen by the Desk of another window, and taken back`() throws {
    let place = try Workplace.supervisedHarbour()
    let desk = try place.open()
    try desk.openCustomer("T-1", "ada brook")
    try desk.choose(reason: "where is my parcel", titled: "Late parcel")
    try desk.wait(forText: "Hello Ada, this is Mara King of Harbour Tea.")
    let terminal = try openGreeting(in: place)
    terminal.send(clear + "Ahoy {{customer.callName}}!")
    try terminal.wait(forText: "Ahoy Ada!")
    try save("more harbour", on: terminal)
    try terminal.wait(forText: "Saved: Plain, version 2")
    try desk.wait(forText: "Ahoy Ada!")
    terminal.send("u")
    try terminal.wait(forText: "Taken back: Plain, version 3, “more harbour”")
    try desk.wait(forText: "Hello Ada, this is Mara King of Harbour Tea.")
    let lines = place.text("journal/changes.jsonl")?.split(separator: "\n") ?? []
    let changes = try lines.map { try JSON(parsing: Array($0.utf8)) }
      .filter { $0["by"] == "rt" }
    #expect(changes.map { $0["reason"] } == ["more harbour", "taken back: more harbour"])
    #expect(Drafts(of: "rt", in: place.store).texts.isEmpty)
    #expect(try place.run("check").status == 0)
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `what another window changed meanwhile is decided by field`() throws {
    let place = try Workplace.supervisedHarbour()
    let first = try openGreeting(in: place)
    let second = try openGreeting(in: place)
    first.send(clear + "Mine, {{agent.name}}.")
    try first.wait(forText: "Mine, Rob Tate.")
    second.send(clear + "Theirs, {{agent.name}}.")
    try second.wait(forText: "Theirs, Rob Tate.")
    try save("theirs first", on: second)
    try second.wait(forText: "Saved: Plain, version 2")
    try save("mine later", on: first)
    try first.wait(forText: "You, in another window, changed the same. Which one stays?")
    try first.wait(forText: "1 Theirs  Theirs, {{agent.name}}.")
    first.send("2")
    try first.wait(forText: "mine stays")
    first.send(Typing.enter)
    try first.wait(forText: "Saved: Plain, version 3")
    let tone = try JSON(parsing: Array((place.text("tones/plain.json") ?? "").utf8))
    #expect(tone["phrases"]?["en"]?["greeting"] == "Mine, {{agent.name}}.")
    #expect(tone["revision"] == 3)
  }

  @Test func `a window that is killed loses nothing of the form`() throws {
    let place = try Workplace.supervisedHarbour()
    let first = try openGreeting(in: place)
    first.send(clear + "Half a greeting")
    try first.wait(until: "the draft") {
      Drafts(of: "rt", in: place.store).texts.contains { $0.contains("Half a greeting") }
    }
    first.signal(SIGKILL)
    #expect(try first.waitForExit() == 128 + SIGKILL)
    let second = try place.open(["--agent", "rt"])
    try second.wait(forText: "1 change of definitions not saved yet: F4")
    second.send(workbench + "]")
    try second.wait(forText: "▌Plain")
    second.send("e")
    try second.wait(forText: "not saved")
    try second.wait(forText: "Half a greeting")
  }

  @Test func `agents look, and are told who changes definitions`() throws {
    let place = try Workplace.supervisedHarbour()
    let terminal = try place.open()
    terminal.send(workbench)
    try terminal.wait(forText: "[Segments]")
    terminal.send("e")
    try terminal.wait(forText: "supervisors change definitions")
  }
}
