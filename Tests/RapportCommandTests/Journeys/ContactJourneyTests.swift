import Glibc
import JSONLogic
import TestSupport
import Testing

/// Contacts from their beginning to the journal's line, on a real terminal.
struct ContactJourneyTests {
  private func lines(in place: Workplace) throws -> [JSON] {
    try (place.text("journal/interactions.jsonl") ?? "").split(separator: "\n")
      .map { try JSON(parsing: Array($0.utf8)) }
  }

  /// The lines since the store had `count`.
  private func lines(in place: Workplace, after count: Int) throws -> [JSON] {
    Array(try lines(in: place).dropFirst(count))
  }

  private func drafts(in place: Workplace) throws -> [JSON] {
    try Drafts(of: "mk", in: place.store).texts.map { try JSON(parsing: Array($0.utf8)) }
  }

  /// Ends a window when its one contact is on the disk with a text, and opens that on the next Desk.
  private func killed(
    _ terminal: PseudoTerminal,
    in place: Workplace,
    keeping text: String
  ) throws -> PseudoTerminal {
    try terminal.wait(until: "the draft with \(text)") {
      Drafts(of: "mk", in: place.store).texts.contains { $0.contains(text) }
    }
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == 128 + SIGKILL)
    let again = try place.open()
    try again.wait(for: "the contact") { $0.lines[3].hasSuffix("waits") }
    again.send(Typing.desk)
    return again
  }

  @Test func `a known caller by number, to the line of the journal`() throws {
    let place = try Workplace.demo()
    let before = try lines(in: place).count
    let terminal = try place.open()
    terminal.send("030 901820")
    try terminal.wait(for: "the caller") { $0.lines[3].hasPrefix("▌Zoë Müller") }
    terminal.send(Typing.enter)
    try terminal.wait(for: "the card") { $0.lines[2].contains("C-004211") }
    terminal.send("k")
    try terminal.wait(forText: "Continuing: Billing dispute")
    let open = try #require(try lines(in: place).last { $0["customer"] == "C-004211" })
    let number = try #require(open["asks"]?["orderNumber"]?.stringValue)
    try terminal.wait(for: "the blank of the open case") { $0.text.contains(", step 1 of ") }
    terminal.send("  ")
    try terminal.wait(forText: "zu \(number) ist auf dem Weg")
    terminal.send("r4")
    try terminal.wait(forText: "Rating noted by you: 4 of 5")
    terminal.send("o1")
    try terminal.wait(forText: "Zoë: logged, contact closed; Ctrl-R takes it back")
    let line = try #require(try lines(in: place, after: before).first)
    #expect(line["customer"] == "C-004211" && line["outcome"] == "resolved")
    #expect(line["continues"] == open["id"] && line["asks"]?["orderNumber"] == .string(number))
    #expect(line["verified"] == ["geographic.postcode"])
    #expect(line["segments"]?["loyal-advocates"] == 7)
    #expect(line["scriptRevision"]?.intValue != nil && line["toneRevision"]?.intValue != nil)
    let survey = try #require(place.text("journal/surveys.jsonl")?.split(separator: "\n").last)
    let rating = try JSON(parsing: Array(survey.utf8))
    #expect(rating["interaction"] == line["id"] && rating["source"] == "agent")
    #expect(rating["score"] == 4)
    #expect(try place.run("check").status == 0)
    #expect(terminal.screen.unknown == [])
  }

  @Test func `three chats at once, through a killed window, each to its own line`() throws {
    let place = try Workplace.demo()
    let before = try lines(in: place).count
    let terminal = try place.open()
    let people = [("C-004211", "Zoë"), ("C-000412", "Ana"), ("C-013377", "José")]
    for (id, _) in people {
      if id != people[0].0 {
        terminal.send("/")
        try terminal.wait(forText: "name, e-mail, phone, number, company")
      }
      try terminal.openCustomer(id, id)
      terminal.send("v3")
      try terminal.wait(forText: "Via chat")
    }
    try terminal.wait(for: "three tabs, the first of which waits longest") {
      $0.lines[1].contains("1 Zoë · chat") && $0.lines[1].contains("! ")
        && $0.lines[1].contains("2 Ana · chat") && $0.lines[1].contains("[3 José · chat")
    }
    terminal.send("1nasked twice" + Typing.enter)
    try terminal.wait(forText: "this time: asked twice")
    terminal.send("-")
    try terminal.wait(for: "the one before") { $0.lines[1].contains("[3 José") }
    try terminal.wait(until: "three drafts") {
      let texts = Drafts(of: "mk", in: place.store).texts
      return texts.count == 3 && texts.contains { $0.contains("asked twice") }
    }
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == 128 + SIGKILL)
    let again = try place.open()
    try again.wait(for: "the contacts") { $0.lines[5].hasSuffix("waits") }
    again.send(Typing.desk)
    try again.wait(for: "all tabs") { screen in
      people.allSatisfy { screen.lines[1].contains("\($0.1) · chat") }
    }
    for left in [2, 1, 0] {
      again.send("o1")
      try again.wait(for: "\(left) tabs left") { screen in
        screen.text.contains("logged, contact closed")
          && people.count { screen.lines[1].contains("\($0.1) · chat") } == left
      }
    }
    let logged = try lines(in: place, after: before)
    #expect(logged.allSatisfy { $0["channel"] == "chat" && $0["agent"] == "mk" })
    let customers = logged.compactMap { $0["customer"]?.stringValue }
    #expect(Set(customers) == Set(people.map(\.0)))
    let zoe = logged.first { $0["customer"] == "C-004211" }
    #expect(zoe?["note"] == "asked twice")
    #expect(try drafts(in: place).isEmpty)
  }

  @Test func `a caller in no segment, with data missing, who would rather not say`() throws {
    let place = try Workplace.harbour()
    let terminal = try place.open()
    try terminal.openCustomer("T-2", "T-2")
    try terminal.wait(forText: "In no segment yet")
    terminal.send("G")
    try terminal.wait(for: "the cursor on the question") {
      $0.text.contains("▌Ask    “How often have you ordered from us?”")
    }
    terminal.send("x")
    try terminal.wait(forText: "would rather not say; not asked again for 30 days")
    try terminal.choose(reason: "where is my", titled: "Late parcel")
    terminal.send("o1")
    try terminal.wait(forText: "logged, contact closed")
    let line = try #require(try lines(in: place).last)
    #expect(line["segments"] == [:] && line["unknown"] == ["regulars": 3])
    #expect(line["tone"] == "plain" && line["script"] == "late-parcel")
    let record = try #require(place.text("customers.jsonl")?.split(separator: "\n").last)
    #expect(record.contains(#""id":"T-2""#) && record.contains(#""notSaid""#))
    #expect(try place.run("check").status == 0)
  }

  @Test func `a key account at night, every line closed: the callback is noted`() throws {
    let place = try Workplace.harbour()
    let opening = try ClosedLine.write(in: place)
    let terminal = try place.open()
    try terminal.openCustomer("T-1", "T-1")
    try terminal.wait(forText: "closed, opens ")
    #expect(!terminal.screen.text.contains(": open"))
    try terminal.choose(reason: "where is my", titled: "Late parcel")
    terminal.send("b")
    try terminal.wait(forText: "Callback noted for ")
    try terminal.wait(forText: "call back: Key line")
    let again = try killed(terminal, in: place, keeping: "Key line")
    try again.wait(forText: "call back: Key line")
    again.send("o3")
    try again.wait(forText: "1 as promised")
    again.send("1")
    try again.wait(forText: "logged, contact closed")
    let line = try #require(try lines(in: place).last)
    #expect(line["outcome"] == "follow-up")
    #expect(
      line["followUp"] == ["at": .string(opening), "by": "mk", "what": "call back: Key line"]
    )
    #expect(try drafts(in: place).isEmpty)
    #expect(try place.run("check").status == 0)
  }

  @Test func `a contact with the wrong customer moves to the right one, and stays there`() throws {
    let place = try Workplace.demo()
    let before = try lines(in: place).count
    let terminal = try place.open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.choose(reason: "charged twice", titled: "Billing dispute")
    terminal.send("  ")
    try terminal.wait(for: "the check") { $0.lines[1].hasSuffix(" verified") }
    terminal.send("m")
    try terminal.wait(forText: "Who is it, instead of Zoë?")
    #expect(terminal.screen.lines[1].contains("> Müller"))
    #expect(!terminal.screen.text.contains("C-004211"))
    terminal.send("\u{15}C-000412")
    try terminal.wait(for: "the right one") { $0.lines[3].hasPrefix("▌Ana Petrov") }
    terminal.send(Typing.enter)
    try terminal.wait(forText: "Moved to Ana Petrov; not verified any more")
    #expect(terminal.screen.lines[1].hasSuffix("not verified"))
    let again = try killed(terminal, in: place, keeping: "C-000412")
    try again.wait(for: "the contact with the right one") { $0.lines[2].contains("C-000412") }
    again.send("o2")
    try again.wait(forText: "logged, contact closed")
    let line = try #require(try lines(in: place, after: before).first)
    #expect(line["customer"] == "C-000412" && line["intent"] == "billing-dispute")
    #expect(line["verified"] == [] && line["ticks"] == ["open": "done"])
  }

  @Test func `an outcome is taken back by a line, and the contact is open, even after a crash`()
    throws
  {
    let place = try Workplace.demo()
    let before = try lines(in: place)
    let terminal = try place.open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.choose(reason: "charged twice", titled: "Billing dispute")
    terminal.send(" n" + "Refund today" + Typing.enter)
    try terminal.wait(forText: "this time: Refund today")
    try terminal.wait(until: "the draft") {
      Drafts(of: "mk", in: place.store).texts.contains { $0.contains("Refund today") }
    }
    let draft = try #require(try drafts(in: place).first)
    terminal.send("o1")
    try terminal.wait(forText: "logged, contact closed; Ctrl-R takes it back")
    #expect(try drafts(in: place).isEmpty)
    terminal.send("\u{12}")
    try terminal.wait(forText: "Took back the outcome: the contact with Zoë is open again")
    try terminal.wait(forText: "this time: Refund today")
    let id = try #require(draft["id"])
    #expect(
      try lines(in: place, after: before.count).map { $0["deleted"] ?? .null } == [.null, true]
    )
    let reopened = try #require(try drafts(in: place).first)
    for key in ["id", "customer", "intent", "note", "ticks", "channel", "openedAt"] {
      #expect(reopened[key] == draft[key], "\(key)")
    }
    let history = try place.run("history", "C-004211", "--format", "json").text
    #expect(!history.contains("Refund today"))
    let again = try killed(terminal, in: place, keeping: "Refund today")
    try again.wait(forText: "this time: Refund today")
    again.send("o2")
    try again.wait(forText: "logged, contact closed")
    let all = try lines(in: place)
    #expect(Array(all.prefix(before.count)) == before, "nothing is rewritten")
    #expect(all.dropFirst(before.count).map { $0["id"] } == [id, id, id])
    #expect(all.last?["outcome"] == "unresolved")
    let shown = try place.run("history", "C-004211", "--limit", "1", "--format", "jsonl")
    #expect(shown.text.contains(#""outcome":"unresolved""#))
    #expect(try place.run("check").status == 0)
  }
}
