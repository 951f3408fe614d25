import Glibc
import JSONLogic
import TestSupport
import Testing

/// Customers whose names and notes try to take over the agent's terminal.
@Suite(
  .enabled(if: NaughtyStrings.isPresent && SharedData.exists("terminal"))
)
struct HostileTextTests {
  /// Every naughty string and every stream of escape sequences.
  static let texts: [String] = {
    let streams = SharedData.files(in: "terminal", ending: ".in").compactMap { name in
      SharedData.bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }
    let own = [
      "\u{1B}]52;c;aGFja2Vk\u{7}", "\u{1B}]0;owned\u{7}", "\u{9B}31m", "\u{202E}gpj.exe",
      "a\u{200B}b\u{2060}c\u{FEFF}d", "\u{1B}[?1049l\u{1B}c", "\u{E0041}\u{E007F}",
      "two\nlines\r\nand\u{2028}more\u{85}",
    ]
    return own + NaughtyStrings.all.filter { !$0.isEmpty }
      + streams.map { String($0.prefix(4_000)) }
  }()

  /// A store where each text is a name, a company, a note and a tag.
  private func place() throws -> Workplace {
    let place = try Workplace.harbour()
    var lines: [UInt8] = []
    for (index, text) in Self.texts.enumerated() {
      let id = "H-\(1000 + index)"
      let customer: JSON = [
        "id": .string(id), "name": ["full": .string(text), "given": .string(text)],
        "company": .string(text), "note": .string(text), "tags": [.string(text)],
        "emails": [.string("\(id)@half\(index % 2).example.org")], "behavioral": ["orders": 9],
      ]
      lines += Array(customer.compact().utf8) + [0x0A]
    }
    try place.write(lines, to: "customers.jsonl")
    let contact: JSON = [
      "id": "01JD0000000000000000000000", "at": "2026-01-01T00:00:00Z", "agent": "mk",
      "customer": "H-1000", "channel": "phone", "intent": .string(Self.texts[0]),
      "outcome": .string(Self.texts[1]), "note": .string(Self.texts[2]),
    ]
    mkdir(place.file("journal"), 0o700)
    try place.write(contact.compact() + "\n", to: "journal/interactions.jsonl")
    return place
  }

  private func ids() -> [String] { Self.texts.indices.map { "H-\(1000 + $0)" } }

  @Test func `find prints none of it to a terminal, and json nowhere`() throws {
    let place = try place()
    var ids: Set<String> = []
    for half in ["half0", "half1"] {
      let command = ["find", half, "--limit", "500", "--format"]
      let found = try place.runBare(command + ["jsonl", "--store", place.store])
      #expect(found.status == 0 && UnsafeScalars.found(in: found.text) == [])
      for line in found.text.split(separator: "\n") {
        ids.insert(try #require(JSON(parsing: Array(line.utf8))["id"]?.stringValue))
      }
      let terminal = try place.start(command + ["text"], columns: 220, rows: 50)
      #expect(try terminal.waitForExit() == 0)
      expectHarmless(terminal, "find \(half)")
    }
    #expect(ids == Set(self.ids()))
    let terminal = try place.start(["find", "half0", "--format", "json"])
    #expect(try terminal.waitForExit() == 0)
    expectHarmless(terminal, "find as json")
  }

  @Test func `show, script and check print none of it to a terminal`() throws {
    let place = try place()
    for (index, id) in ids().enumerated() where index < 10 || index % 97 == 0 {
      for arguments in [
        ["show", id, "--intent", "late-parcel"],
        ["script", "late-parcel", "--customer", id, "--allow-holes"],
      ] {
        let terminal = try place.start(arguments)
        _ = try terminal.waitForExit()
        expectHarmless(terminal, "\(arguments)")
      }
    }
    let terminal = try place.start(["check"])
    _ = try terminal.waitForExit()
    expectHarmless(terminal, "check")
  }

  @Test func `nor do messages about it`() throws {
    let place = try place()
    for text in Self.texts.prefix(8) where !text.contains("\u{0}") {
      for arguments in [
        ["find", text], ["show", text], ["script", text], ["theme", "show", text],
      ] {
        let terminal = try place.start(arguments)
        _ = try terminal.waitForExit()
        expectHarmless(terminal, "\(arguments)")
      }
    }
  }

  @Test func `the interface shows, titles and copies none of it`() throws {
    let place = try place()
    let terminal = try place.open()
    for id in ids().prefix(10) {
      try terminal.openCustomer(id, id)
      try terminal.choose(reason: "parcel", titled: "Late parcel")
      let before = terminal.screen.copied.count
      terminal.send("c")
      try terminal.wait(for: "the copied step of \(id)") { $0.copied.count == before + 1 }
      #expect(UnsafeScalars.found(in: terminal.screen.text) == [], "\(id)")
      #expect(UnsafeScalars.found(in: terminal.screen.title) == [], "\(id)")
      terminal.send("/")
      try terminal.wait(forText: "name, e-mail, phone")
    }
    for text in terminal.copiedTexts {
      #expect(UnsafeScalars.found(in: text) == [])
      #expect(text.hasPrefix("Hello"))
    }
    #expect(terminal.screen.isAlternate && terminal.screen.unknown == [])
    terminal.send("\u{3}\u{3}")
    #expect(try terminal.waitForExit() == 0)
    terminal.expectRestored()
  }

  @Test func `lines of the plain mode are harmless even in a pipe`() throws {
    let place = try place()
    let lines = ids().prefix(40).flatMap { [$0, "1", "reason parcel"] }.joined(separator: "\n")
    let talk = try place.run("--plain", input: lines + "\n")
    #expect(talk.status == 0 && UnsafeScalars.found(in: talk.text) == [])
  }

  /// A program that only prints: nothing in its output may steer the terminal.
  private func expectHarmless(_ terminal: PseudoTerminal, _ what: String) {
    let text = String(decoding: terminal.output, as: UTF8.self).replacing("\r\n", with: "\n")
    #expect(UnsafeScalars.found(in: text) == [], "\(what)")
    #expect(terminal.screen.title.isEmpty && terminal.screen.copied == [], "\(what)")
    #expect(terminal.isCooked)
  }
}
