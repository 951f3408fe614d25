import Glibc
import JSONLogic
import TestSupport
import Testing

/// A window that is killed at any moment loses no contact.
struct KillJourneyTests {
  static let seed: UInt64 = 2_026_11_22

  /// When the window is killed.
  private enum Moment: CaseIterable { case atOnce, atFind, onDesk, whileTyping, afterTyping }

  @Test func `killed at 20 random moments, both contacts return with all that was kept`() throws {
    let place = try Workplace.demo()
    try openContacts(in: place)
    var random = SplitMix64(seed: Self.seed)
    var kept = try notes(in: place)
    #expect(kept.count == 2)
    for round in 1...20 {
      let moment = try #require(Moment.allCases.randomElement(using: &random))
      let typed = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        "abcdefgh ".randomElement(using: &random) ?? "a"
      }
      let shown = Int.random(in: 1...typed.count, using: &random)
      try kill(in: place, at: moment, typing: String(typed), shown: shown)
      let now = try notes(in: place)
      let why: Comment = "seed \(Self.seed), round \(round), \(moment)"
      #expect(now.keys.sorted() == kept.keys.sorted(), why)
      for (id, note) in kept {
        let after = now[id] ?? ""
        #expect(after.hasPrefix(note), why)
        #expect((note + String(typed)).hasPrefix(after), why)
      }
      kept = now
    }
    let terminal = try place.open()
    try terminal.wait(for: "both contacts") { $0.lines[4].hasSuffix("waits") }
    terminal.send(Typing.desk)
    try terminal.wait(for: "both tabs") {
      $0.lines[1].contains("Zoë") && $0.lines[1].contains("Ana")
    }
  }

  private func openContacts(in place: Workplace) throws {
    let terminal = try place.open()
    try terminal.openCustomer("C-004211", "C-004211")
    try terminal.choose(reason: "charged twice", titled: "Billing dispute")
    terminal.send("/")
    try terminal.wait(forText: "name, e-mail, phone")
    try terminal.openCustomer("C-000412", "C-000412")
    try terminal.choose(reason: "parcel has not", titled: "Where is my order")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == 0)
  }

  private func kill(
    in place: Workplace,
    at moment: Moment,
    typing text: String,
    shown: Int
  ) throws {
    let terminal = try place.start()
    if moment != .atOnce {
      try terminal.wait(for: "both contacts") { $0.lines[4].hasSuffix("waits") }
    }
    if moment != .atOnce, moment != .atFind {
      terminal.send(Typing.desk)
      try terminal.wait(for: "the Desk") { $0.lines[1].contains("Zoë") }
      terminal.send("n")
      try terminal.wait(forText: "Note")
    }
    if moment == .whileTyping || moment == .afterTyping {
      let before = terminal.output.count
      terminal.send(text)
      if moment == .afterTyping { try terminal.settle() }
      if moment == .whileTyping {
        try terminal.wait(until: "some output") { terminal.output.count >= before + shown }
      }
    }
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == 128 + SIGKILL)
  }

  /// The notes of the contacts on the disk, by the contacts' ids; every draft must be whole.
  private func notes(in place: Workplace) throws -> [String: String] {
    var notes: [String: String] = [:]
    for text in Drafts(of: "mk", in: place.store).texts {
      let draft = try JSON(parsing: Array(text.utf8))
      notes[try #require(draft["id"]?.stringValue)] = draft["note"]?.stringValue ?? ""
    }
    return notes
  }
}
