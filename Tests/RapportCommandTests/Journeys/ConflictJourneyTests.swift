import JSONLogic
import TestSupport
import Testing

/// Two supervisors change the same definition at a time, each in a process of their own.
struct ConflictJourneyTests {
  private let clear = "\u{15}"
  private let save = "\u{13}"

  private func harbour() throws -> Workplace {
    let place = try Workplace.harbour()
    try place.write(
      """
      [{"id": "ak", "name": "Ada King", "languages": ["en"], "role": "supervisor"},
       {"id": "rt", "name": "Rob Tate", "languages": ["en"], "role": "supervisor"}]
      """,
      to: "agents.json"
    )
    return place
  }

  /// The form of what is first on a page of the workbench, with the cursor in its first text.
  private func form(
    of name: String,
    page: Int,
    at field: String,
    for agent: String,
    in place: Workplace
  ) throws -> PseudoTerminal {
    let terminal = try place.open(["--agent", agent])
    terminal.send("\u{1B}OS")
    try terminal.wait(forText: "[Segments]")
    terminal.send(String(repeating: "]", count: page))
    try terminal.wait(forText: "▌\(name)")
    terminal.send("e")
    try terminal.wait(for: "the form") { screen in
      screen.lines[1].contains("\(name) · ") && focus(screen)?.contains("▌\(field)") == true
    }
    return terminal
  }

  private func focus(_ screen: ScreenModel) -> String? {
    screen.lines.enumerated().first { $0.element.hasPrefix("▌") }.map { "\($0) \($1)" }
  }

  /// Goes to the field with a label whose text has these words.
  private func go(to label: String, with words: String, on terminal: PseudoTerminal) throws {
    for _ in 0..<60 {
      try terminal.settle()
      if let here = focus(terminal.screen), here.contains("▌\(label)"), here.contains(words) {
        return
      }
      terminal.send("\t")
    }
    Issue.record("there is no field \(label) with \(words)")
  }

  private func write(
    _ text: String,
    into label: String,
    of words: String,
    on terminal: PseudoTerminal
  ) throws {
    try go(to: label, with: words, on: terminal)
    terminal.send(clear + text)
    try terminal.wait(for: text) { focus($0)?.contains(text) == true }
  }

  private func save(because reason: String, on terminal: PseudoTerminal) throws {
    terminal.send(save)
    try terminal.wait(forText: "Why this change?")
    terminal.send(reason + Typing.enter)
  }

  @Test func `the second to save a script decides what both changed, and nothing else is lost`()
    throws
  {
    let place = try harbour()
    let first = try form(of: "Late parcel", page: 3, at: "Title", for: "rt", in: place)
    let second = try form(of: "Late parcel", page: 3, at: "Title", for: "ak", in: place)
    try write("{{> greeting}} My opening.", into: "Text", of: "greeting", on: first)
    try write("It comes today.", into: "Text", of: "its way", on: first)
    try write("It comes tomorrow.", into: "Text", of: "its way", on: second)
    try write("Open a case at once.", into: "Text", of: "Open a case", on: second)
    try save(because: "hers", on: second)
    try second.wait(forText: "Saved: Late parcel, version 2")
    try save(because: "his", on: first)
    try first.wait(forText: "Text of step “Find it”, English")
    try first.wait(forText: "Ada King (")
    try first.wait(forText: "1 Theirs  It comes tomorrow.")
    try first.wait(forText: "2 Mine    It comes today.")
    first.send("3" + clear + "It comes today or tomorrow." + Typing.enter)
    try first.wait(forText: "what you typed stays")
    first.send(Typing.enter)
    try first.wait(forText: "Saved: Late parcel, version 3")
    let script = try JSON(parsing: Array((place.text("scripts/late-parcel.json") ?? "").utf8))
    let texts = script["steps"]?.arrayValue?.map { $0["text"]?["en"]?.stringValue }
    #expect(
      texts == [
        "{{> greeting}} My opening.", "It comes today or tomorrow.", "Open a case at once.",
      ]
    )
    let changes = place.text("journal/changes.jsonl") ?? ""
    #expect(changes.contains("It comes tomorrow."))
    #expect(Drafts(of: "rt", in: place.store).texts.isEmpty)
    #expect(try place.run("check").status == 0)
  }

  @Test func `changes of different fields of a segment are put together without a question`()
    throws
  {
    let place = try harbour()
    let first = try form(of: "Regulars", page: 0, at: "Name", for: "rt", in: place)
    let second = try form(of: "Regulars", page: 0, at: "Name", for: "ak", in: place)
    try write("Keep every one of them.", into: "Goal", of: "Keep them", on: first)
    try go(to: "Target", with: "a number", on: second)
    second.send("0.9")
    try second.wait(for: "the target") { focus($0)?.contains("0.9") == true }
    try save(because: "hers", on: second)
    try second.wait(forText: "Saved: Regulars, version 4")
    try save(because: "his", on: first)
    try first.wait(forText: "Saved: Regulars, version 5")
    let segment = try JSON(parsing: Array((place.text("segments/regulars.json") ?? "").utf8))
    #expect(segment["goal"]?["text"] == "Keep every one of them.")
    #expect(segment["goal"]?["target"] == 0.9)
    #expect(segment["rule"] != nil && segment["revision"] == 5)
  }
}
