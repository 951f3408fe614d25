import Glibc
import JSONLogic
import TestSupport
import Testing

/// Callers whom nobody knows yet, on a real terminal.
struct NewCallerJourneyTests {
  private let newCaller = "\u{E}"
  private let save = "\u{13}"
  private let openKnown = "\u{F}"

  @Test func `from a new name to a record with the segment that one answer decides`() throws {
    let place = try Workplace.harbour()
    let terminal = try place.open()
    terminal.send("cy reed")
    try terminal.wait(forText: "Nobody matches")
    terminal.send(newCaller)
    try terminal.wait(forText: "Name    Cy Reed")
    #expect(Drafts(of: "mk", in: place.store).texts.count <= 1)
    terminal.send(Typing.enter + "020 7946 0999" + Typing.enter + "cy@example.org" + Typing.enter)
    try terminal.wait(forText: "“How often have you ordered from us?”")
    terminal.send("9" + Typing.enter)
    try terminal.wait(forText: "no question would settle more")
    #expect(terminal.screen.text.contains("Who     Regulars"))
    terminal.send(Typing.enter)
    try terminal.wait(forText: "Cy Reed is a customer now")
    try terminal.wait(forText: "Regulars: 9 orders (5 or more)")
    let line = try #require(place.text("customers.jsonl")?.split(separator: "\n").last)
    let record = try JSON(parsing: Array(line.utf8))
    #expect(record["name"]?["full"] == "Cy Reed")
    #expect(record["phones"] == ["020 7946 0999"] && record["emails"] == ["cy@example.org"])
    #expect(record["behavioral"]?["orders"] == 9)
    #expect(record["observed"]?["behavioral.orders"] != nil)
    let change = try #require(place.text("journal/changes.jsonl"))
    #expect(change.contains(#""by":"mk""#) && change.contains(#""name.full""#))
    #expect(Drafts(of: "mk", in: place.store).texts.isEmpty)
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    #expect(try place.run("find", "+44 20 7946 0999").text.contains("Cy Reed"))
    #expect(try place.run("check").status == 0)
    #expect(terminal.screen.unknown == [])
  }

  @Test func `a window that is killed loses nothing of the form, and saves one record`() throws {
    let place = try Workplace.harbour()
    let first = try place.open()
    first.send(newCaller)
    try first.wait(forText: "New caller")
    first.send("Cy Reed")
    try first.wait(forText: "Name    Cy Reed")
    try first.wait(until: "the draft") {
      Drafts(of: "mk", in: place.store).texts.contains { $0.contains("\"Cy Reed\"") }
    }
    first.signal(SIGKILL)
    #expect(try first.waitForExit() == 128 + SIGKILL)
    let second = try place.open()
    try second.wait(forText: "new caller, not saved yet")
    second.send(Typing.enter)
    try second.wait(forText: "Name    Cy Reed")
    second.send(save)
    try second.wait(forText: "Cy Reed is a customer now")
    let lines = place.text("customers.jsonl")?.split(separator: "\n") ?? []
    #expect(lines.count { $0.contains("Cy Reed") } == 1)
    #expect(Drafts(of: "mk", in: place.store).texts.isEmpty)
  }

  @Test func `a record that was saved before the window ended is not begun again`() throws {
    let place = try Workplace.harbour()
    mkdir("\(place.store)/drafts", 0o700)
    mkdir("\(place.store)/drafts/mk", 0o700)
    let draft = #"{"kind":"caller","id":"T-2","agent":"mk","openedAt":"2026-03-02T10:00:00Z"}"#
    try place.write(draft, to: "drafts/mk/T2.json")
    let terminal = try place.open()
    terminal.send("bo lind")
    try terminal.wait(forText: "▌Bo Lind")
    terminal.send(Typing.escape)
    try terminal.wait(forText: "name, e-mail, phone")
    #expect(!terminal.screen.text.contains("not saved yet"))
  }

  @Test func `somebody known by their number is opened instead, and nothing is written`() throws {
    let place = try Workplace.harbour()
    let before = place.text("customers.jsonl")
    let terminal = try place.open()
    terminal.send(newCaller)
    try terminal.wait(forText: "New caller")
    terminal.send(Typing.enter + "0044 20 79460001")
    try terminal.wait(forText: "Ada Brook, Brook & Sons: same phone")
    terminal.send(openKnown)
    try terminal.wait(for: "the known customer") { $0.lines[2].contains("T-1") }
    #expect(!terminal.screen.text.contains("Found by"))
    #expect(place.text("customers.jsonl") == before)
    try terminal.wait(until: "no draft") { Drafts(of: "mk", in: place.store).texts.isEmpty }
  }

  @Test func `whom nobody knows gets the default tone and is logged`() throws {
    let place = try Workplace.harbour()
    let terminal = try place.open()
    terminal.send(newCaller)
    try terminal.wait(forText: "New caller")
    terminal.send(newCaller)
    try terminal.wait(forText: "Nobody known")
    try terminal.choose(reason: "where is my parcel", titled: "Late parcel")
    terminal.send("w")
    try terminal.wait(forText: "Who, and why: 1 not known yet")
    terminal.send(Typing.escape)
    try terminal.wait(forText: "Say: Late parcel")
    terminal.send("o")
    try terminal.wait(forText: "Outcome: ends the contact")
    terminal.send("1")
    try terminal.wait(forText: "logged, contact closed")
    let line = try #require(place.text("journal/interactions.jsonl")?.split(separator: "\n").last)
    let record = try JSON(parsing: Array(line.utf8))
    #expect(record["customer"] == .null && record["tone"] == "plain")
    #expect(record["unknown"]?["regulars"] == 3)
    #expect(try place.run("check").status == 0)
  }

  @Test func `the mark of a doubtful hit stays across tabs and restart until it is confirmed`()
    throws
  {
    let place = try Workplace.harbour()
    let first = try place.open()
    try first.find("ada broook", showing: "Ada Brook")
    first.send(Typing.enter)
    try first.wait(forText: "Found by a similar spelling: confirm who it is")
    first.send("!/bo lind")
    try first.wait(forText: "▌Bo Lind")
    first.send(Typing.enter)
    try first.wait(for: "the second tab") { $0.lines[1].contains("[2 Bo") }
    first.send("1")
    try first.wait(forText: "Found by a similar spelling")
    first.send("\u{3}\u{3}")
    #expect(try first.waitForExit() == 0)
    let second = try place.open()
    try second.wait(forText: "Ada Brook")
    second.send(Typing.desk)
    try second.wait(forText: "Found by a similar spelling")
    second.send(" ")
    try second.wait(for: "no mark") { !$0.text.contains("Found by") }
    try second.wait(until: "the draft without it") {
      Drafts(of: "mk", in: place.store).texts.allSatisfy { !$0.contains("foundBy") }
    }
  }

  @Test func `of two who fit equally well the one who was served last comes first`() throws {
    let place = try Workplace.harbour()
    try place.append(
      #"{"id": "T-8", "name": {"full": "Cy Reed"}, "emails": ["left@example.net"]}"# + "\n"
        + #"{"id": "T-9", "name": {"full": "Cy Reed"}, "emails": ["right@example.net"]}"# + "\n",
      to: "customers.jsonl"
    )
    mkdir("\(place.store)/journal", 0o700)
    let terminal = try place.open()
    try terminal.find("cy reed", showing: "Cy Reed")
    try terminal.wait(for: "both") {
      $0.lines[3].contains("@example") && $0.lines[4].contains("@example")
    }
    // Which of them comes first without a contact is nobody's concern.
    let (second, mail) =
      terminal.screen.lines[4].contains("left@") ? ("T-8", "left@") : ("T-9", "right@")
    try place.append(
      #"{"id":"01K","at":"2026-03-01T10:00:00Z","agent":"xy","customer":"\#(second)"}"# + "\n",
      to: "journal/interactions.jsonl"
    )
    terminal.send(Typing.escape)
    try terminal.wait(forText: "name, e-mail, phone")
    try terminal.settle()
    terminal.send("cy reed")
    try terminal.wait(for: "the one who was served") {
      $0.lines[3].contains(mail) && $0.lines[4].contains("@example")
    }
  }

  @Test func `an agent's follow-up is due on Find until the customer is reached`() throws {
    let place = try Workplace.harbour()
    mkdir("\(place.store)/journal", 0o700)
    try place.append(
      #"{"id":"01K","at":"2026-03-01T10:00:00Z","agent":"mk","customer":"T-2","outcome":"follow-up","#
        + #""followUp":{"at":"2026-03-02","by":"mk","what":"send the list"}}"# + "\n",
      to: "journal/interactions.jsonl"
    )
    let terminal = try place.open()
    try terminal.wait(for: "what is due") {
      $0.lines[3].contains("Bo Lind") && $0.lines[3].contains("overdue: send the list")
    }
    terminal.send(Typing.enter)
    try terminal.wait(for: "the customer") { $0.lines[2].contains("T-2") }
    terminal.send("o")
    try terminal.wait(forText: "Outcome: ends the contact")
    terminal.send("1")
    try terminal.wait(for: "Find without it") {
      $0.text.contains("Bo Lind") && !$0.text.contains("overdue")
    }
  }
}
