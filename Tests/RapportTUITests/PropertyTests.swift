import Foundation
import JSONLogic
import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// What holds for every size and every text.
struct PropertyTests {
  /// Interfaces in many states.
  static let benches: [Bench] = {
    var benches = ActionTests.places.map(\.1)
    for keys in [["?"], ["Ctrl-P"], ["i"], ["o"], ["a"], ["n"], ["w"], ["h"], ["z"], [":"], ["q"]] {
      var bench = ActionTests.places[3].1
      for key in keys { bench.press(key) }
      benches.append(bench)
    }
    var wide = Bench()
    wide.open("wang")
    wide.press("Ctrl-P")
    benches.append(wide)
    return benches
  }()

  /// A few of them; over neighbouring sizes all have their turn.
  static func some(_ turn: Int) -> [Bench] {
    (0..<2).map { benches[(turn + $0 * 7) % benches.count] }
  }

  private func check(_ bench: Bench, columns: Int, rows: Int, _ comment: String = "") {
    var bench = bench
    bench.send(.input(.resize(Size(columns: columns, rows: rows))))
    let frame = bench.app.view(size: bench.app.size, now: bench.now)
    #expect(frame.canvas.size == Size(columns: columns, rows: rows))
    for y in 0..<rows {
      let width = frame.canvas.row(y).reduce(0) { $0 + Int($1.width) }
      if width != columns { Issue.record("row \(y) is \(width) of \(columns)x\(rows) \(comment)") }
    }
    if let cursor = frame.cursor, !frame.canvas.bounds.contains(cursor) {
      Issue.record("the cursor \(cursor) is outside of \(columns)x\(rows) \(comment)")
    }
    #expect(frame.cursor != nil || columns == 0 || rows == 0)
  }

  @Test(arguments: [1, 2, 15, 16, 24, 50]) func `every width is drawn`(rows: Int) {
    for columns in 1...220 {
      for bench in Self.some(columns + rows) { check(bench, columns: columns, rows: rows) }
    }
  }

  @Test(arguments: [1, 59, 60, 80, 120, 180]) func `every height is drawn`(columns: Int) {
    for rows in 1...60 {
      for bench in Self.some(columns + rows) { check(bench, columns: columns, rows: rows) }
    }
  }

  @Test func `five hundred sizes are drawn`() {
    var random = SplitMix64(seed: 20_261_122)
    for _ in 0..<500 {
      let columns = Int.random(in: 0...260, using: &random)
      let rows = Int.random(in: 0...90, using: &random)
      for bench in Self.some(columns + rows) {
        check(bench, columns: columns, rows: rows, "seed 20261122")
      }
    }
  }

  @Test func `random keys trap nowhere and keep the cursor on the screen`() {
    let seed: UInt64 = 4711
    var random = SplitMix64(seed: seed)
    let keys: [Key] =
      ActionTable.all.flatMap { $0.keys.map(\.key) } + "zoeana12 ".map(Key.character)
    var bench = Bench()
    for step in 0..<1_000 {
      guard let key = keys.randomElement(using: &random), key != .control("c") else { continue }
      bench.send(.input(.key(key)))
      if step % 7 == 0 { bench.wait(Int64.random(in: 0...90, using: &random)) }
      let frame = bench.frame
      if let cursor = frame.cursor, !frame.canvas.bounds.contains(cursor) {
        Issue.record("cursor outside after step \(step), seed \(seed)")
      }
    }
  }

  // MARK: - Hostile text

  static let hostile: [String] = {
    let built = [
      "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{1B}]52;c;aGk=\u{7}", "\u{9B}31m", "a\u{202E}b\u{2066}c",
      "z\u{200B}\u{200D}\u{FEFF}w", "\r\n\t\u{0}\u{7F}", "\u{E0041}\u{E0042}", "👩‍👩‍👧‍👦🏳️‍🌈1️⃣",
      String(repeating: "長", count: 300),
      String(repeating: "e\u{301}\u{302}\u{303}\u{304}\u{305}", count: 40),
      "", " ", "\u{2028}\u{2029}", "ﷺ﷽", "\u{AD}soft",
    ]
    return built + (SharedData.naughtyStrings ?? [])
  }()

  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      let value = scalar.value
      let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
      let isBidi =
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        || (0x200E...0x200F).contains(value)
      let isInvisible =
        [0x200B, 0xFEFF, 0x2060, 0xAD, 0x2028, 0x2029].contains(value)
        || (0xE0000...0xE007F).contains(value)
      return !isControl && !isBidi && !isInvisible
    }
  }

  @Test func `no text of a customer reaches a cell, the title or a copy with anything harmful`() {
    var start = Bench(120, 40)
    start.type("zoe")
    for first in stride(from: 0, to: Self.hostile.count, by: 6) {
      let texts = (first..<(first + 6)).map { Self.hostile[$0 % Self.hostile.count] }
      let text = texts.joined()
      var bench = start
      var store = PreviewStore()
      store.add(
        "C-004211",
        texts[0],
        city: texts[1],
        company: texts[2],
        email: texts[3],
        phone: texts[4],
        language: "de",
        zone: texts[5],
        note: text,
        more: ["behavioral": ["orders": 14]]
      )
      bench.store = store
      bench.press("Enter", "i", "Enter", "c")
      for columns in [80, 180] {
        bench.send(.input(.resize(Size(columns: columns, rows: 24))))
        let frame = bench.frame
        #expect(frame.canvas.textRows.allSatisfy(isHarmless), "\(text.debugDescription)")
        #expect(isHarmless(frame.title))
      }
      for copy in bench.copied {
        #expect(isHarmless(copy.filter { !$0.isNewline && $0 != "\t" }), "\(text.debugDescription)")
      }
      bench.press("F2")
      bench.send(.input(.paste(text)))
      #expect(bench.rows.allSatisfy(isHarmless))
      bench.press("Ctrl-N")
      bench.send(.input(.paste(text)))
      let word = Hit.Word(word: "x", field: "name", quality: .exact, text: text)
      let hits = store.customers["C-004211"].map { customer in
        [Hit(customer: customer, words: [word], matched: "name", quality: .exact)]
      }
      let known = LikelyDuplicate.among([(.name, text, hits ?? [])])
      #expect(known.count == 1)
      bench.app.editCaller { $0.take(known, more: 7) }
      #expect(bench.rows.allSatisfy(isHarmless))
      let plain = PlainText(bench.app.knowledge)
      if let customer = store.customers["C-004211"] {
        let lines = plain.card(
          bench.app.knowledge.guide(
            KnownCustomer(customer),
            Situation(agent: nil, channel: .phone, now: bench.now)
          ),
          history: [],
          now: bench.now
        )
        #expect(lines.allSatisfy(isHarmless))
      }
    }
  }
}

/// Files beside a checkout that are no part of it.
enum SharedData {
  /// The Big List of Naughty Strings, where it is there.
  static let naughtyStrings: [String]? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "../shared/data/naughty/blns.json")
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode([String].self, from: data)
  }()
}
