import Glibc
import TestSupport
import Testing

/// Every file of a store, missing and damaged in every way: words, never a crash, a hang or a loss.
struct DamagedStoreTests {
  enum Damage: String, CaseIterable, Sendable {
    case missing, empty, truncated, wrongType, utf16, latin1, deep, folder

    func bytes(of text: String) -> [UInt8]? {
      switch self {
      case .missing, .folder: nil
      case .empty: []
      case .truncated: Array(text.utf8.prefix(text.utf8.count * 2 / 3))
      case .wrongType: Array("\"a text\"\n".utf8)
      case .utf16: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .latin1: Array(text.utf8) + Array("{\"id\": \"M".utf8) + [0xFC] + Array("ller\"}".utf8)
      case .deep:
        Array((String(repeating: "[", count: 200_000) + "\n").utf8)
      }
    }
  }

  private func damage(_ name: String, _ damage: Damage, in place: Workplace) throws {
    let text = try #require(place.text(name))
    unlink(place.file(name))
    if damage == .folder { mkdir(place.file(name), 0o700) }
    if let bytes = damage.bytes(of: text) { try place.write(bytes, to: name) }
  }

  @Test(arguments: HarbourStore.files.keys.sorted(), Damage.allCases)
  func `check names a damaged file, and the rest works`(name: String, damage: Damage) throws {
    let place = try Workplace.harbour()
    try self.damage(name, damage, in: place)
    let checked = try place.run("check")
    #expect([0, 1].contains(checked.status), "\(checked.message)")
    let isEmpty = name == "customers.jsonl" && damage == .empty
    let isNamed = damage != .missing && !isEmpty
    #expect(!isNamed || checked.text.contains(name), "\(checked.text)")
    guard [.missing, .truncated, .folder].contains(damage) else { return }
    let talk = try place.run("--plain", input: "lind\n1\nreason parcel\n")
    #expect(talk.status == 0)
    #expect(name == "customers.jsonl" || talk.text.contains("Customer: Bo Lind, T-2"))
    #expect(talk.text.contains("is on its way") || Self.script.contains(name), "\(talk.text)")
  }

  /// Without these there is no script.
  private static let script = ["store.json", "intents.json", "scripts/late-parcel.json"]

  @Test func `keys that no definition has are harmless on a terminal`() throws {
    let place = try Workplace.harbour()
    for name in HarbourStore.files.keys {
      try place.write("{\"\\u001b[2J\": {\"\\u202e\": [1, 2]}, \"id\": 7}\n", to: name)
    }
    let terminal = try place.start(["check"])
    #expect(try terminal.waitForExit() == 1)
    let text = String(decoding: terminal.output, as: UTF8.self).replacing("\r\n", with: "\n")
    #expect(UnsafeScalars.found(in: text) == [])
  }

  @Test(arguments: ["interactions", "surveys"], [Damage.latin1, .deep, .folder])
  func `a damaged journal costs its damaged lines`(name: String, damage: Damage) throws {
    let place = try Workplace.demo()
    try self.damage("journal/\(name).jsonl", damage, in: place)
    let shown = try place.run("show", "C-004211")
    #expect([0, 2].contains(shown.status), "\(shown.message)")
    #expect(shown.status == 0 || shown.message.contains("journal/\(name).jsonl"))
    let terminal = try place.open()
    terminal.send("C-004211")
    try terminal.wait(forText: "Zoë Müller")
    terminal.send(Typing.enter)
    try terminal.wait(for: "the card, or why there is none") {
      $0.text.contains("Kiefer Optik") || $0.text.contains("cannot be read")
    }
  }

  @Test func `check counts values and journal lines that cannot be used`() throws {
    let place = try Workplace.harbour()
    try place.append(
      "{\"id\": \"T-9\", \"since\": \"long ago\"}\n{\"id\": \"T-8\", \"na",
      to: "customers.jsonl"
    )
    mkdir(place.file("journal"), 0o700)
    try place.write(
      "{\"id\": \"a\", \"at\": \"soon\"}\n{\"id\": \"b\"\n",
      to: "journal/interactions.jsonl"
    )
    let checked = try place.run("check")
    #expect(checked.status == 1)
    for words in [
      "since is no date such as 2026-11-21 (text \"long ago\" in line ",
      "the line is damaged: it is cut off; ",
      "journal/interactions.jsonl:1: \"at\" is no moment such as 2026-11-21T14:03:11Z",
      "journal/interactions.jsonl:2: the line is damaged: ",
    ] {
      #expect(checked.text.contains(words), "\(checked.text)")
    }
  }

  @Test func `a line of 20 MB costs that line`() throws {
    let place = try Workplace.harbour()
    let piece = [UInt8](repeating: 0x78, count: 1 << 20)
    try place.append("{\"id\": \"T-4\", \"note\": \"", to: "customers.jsonl")
    for _ in 0..<20 {
      try TextFile.write(piece, to: place.file("customers.jsonl"), appending: true)
    }
    try place.append(
      "\"}\n{\"id\": \"T-5\", \"name\": {\"full\": \"Eve Ash\"}}\n",
      to: "customers.jsonl"
    )
    let found = try place.run("find", "ash")
    #expect(found.text == "T-5  Eve Ash    \n")
    let checked = try place.run("check")
    #expect(checked.status == 1)
    #expect(checked.text.contains("customers.jsonl:4"), "\(checked.text.prefix(500))")
    #expect(checked.text.utf8.count < 2_000)
  }

  @Test func `damaged drafts are named, and the others return`() throws {
    let place = try Workplace.demo()
    let terminal = try place.open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.choose(reason: "charged twice", titled: "Billing dispute")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == 0)
    for (name, text) in [("a", ""), ("b", "{\"id\": 1"), ("c", "[]"), ("d", "\u{0}\u{1B}[2J")] {
      try place.write(text, to: "drafts/mk/\(name).json")
    }
    let again = try place.start()
    try again.wait(for: "the words about the damaged ones, and the contact") {
      $0.text.contains("A draft cannot be read") && $0.lines[3].hasSuffix("waits")
    }
    again.send(Typing.desk)
    try again.wait(forText: "C-004211")
    #expect(Drafts(of: "mk", in: place.store).texts.count == 5)
  }

  @Test func `a store that is a file, a pipe, or not there`() throws {
    let place = try Workplace()
    for (make, words) in [
      ({ _ in }, "there is no store at"),
      ({ try TextFile.write([1], to: $0) }, "is a file, not a folder"),
    ] as [((String) throws -> Void, String)] {
      unlink(place.store)
      try make(place.store)
      for arguments in [["find", "x"], ["show", "x"], ["check"], ["script", "x"], []] {
        let failed = try place.runBare(arguments + ["--store", place.store])
        #expect(failed.status == 2 && failed.text == "", "\(arguments)")
        #expect(failed.message.contains(words), "\(failed.message)")
      }
    }
    let demo = try Workplace.harbour()
    unlink(demo.file("customers.jsonl"))
    mkfifo(demo.file("customers.jsonl"), 0o600)
    unlink(demo.file("intents.json"))
    mkfifo(demo.file("intents.json"), 0o600)
    let checked = try demo.run("check")
    #expect(checked.status == 1 && checked.text.contains("intents.json"))
    #expect(checked.text.contains("customers.jsonl"), "\(checked.text)")
  }

  @Test func `a store of a later format is not written to`() throws {
    let place = try Workplace.harbour()
    let text = try #require(place.text("store.json"))
    try place.write(text.replacing("\"format\": 1", with: "\"format\": 2"), to: "store.json")
    let checked = try place.run("check")
    #expect(checked.text.contains("store.json#/format"), "\(checked.text)")
  }
}
