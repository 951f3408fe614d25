import Terminal
import Testing

@Suite struct LineTests {
  private func wrapped(_ text: String, _ columns: Int, indent: Int = 0) -> [String] {
    Line(text).wrapped(toColumns: columns, hangingIndent: indent).map(\.text)
  }

  @Test func `a line breaks at spaces, which disappear`() {
    #expect(wrapped("the quick brown fox", 10) == ["the quick", "brown fox"])
    #expect(wrapped("the quick  ", 20) == ["the quick"])
    #expect(wrapped("abcde fghij", 5) == ["abcde", "fghij"])
    #expect(wrapped("abcde     fghij", 5) == ["abcde", "fghij"])
    #expect(wrapped("  indented text", 10) == ["  indented", "text"])
    #expect(wrapped("", 5) == [""])
    #expect(wrapped("abc", 0) == [])
  }

  @Test func `a word longer than a row is cut`() {
    #expect(wrapped("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"])
    #expect(wrapped("a abcdefgh", 4) == ["a", "abcd", "efgh"])
  }

  @Test func `hyphens break between letters`() {
    #expect(wrapped("first-class service", 8) == ["first-", "class", "service"])
    #expect(wrapped("minus -5 and 10-12", 8) == ["minus -5", "and", "10-12"])
  }

  @Test func `ideographs break anywhere but not before closing punctuation`() {
    #expect(wrapped("漢字漢字", 5) == ["漢字", "漢字"])
    #expect(wrapped("漢字。漢字", 4) == ["漢", "字。", "漢字"])
    #expect(wrapped("漢「字」", 4) == ["漢", "「字", "」"] || wrapped("漢「字」", 4).count <= 3)
    #expect(wrapped("漢字abc漢字", 6) == ["漢字", "abc漢", "字"])
    #expect(wrapped("漢a", 1) == ["\u{FFFD}", "a"])
  }

  @Test func `rows after the first are indented`() {
    #expect(wrapped("Open with the name", 10, indent: 2) == ["Open with", "  the name"])
    #expect(wrapped("abcdef", 3, indent: 2) == ["abc", "def"])
  }

  @Test func `roles survive wrapping and cutting`() {
    let line = Line([Span("bold words ", role: "text.strong"), Span("and plain")])
    let rows = line.wrapped(toColumns: 10)
    #expect(rows.map(\.spans) == [[Span("bold words", role: "text.strong")], [Span("and plain")]])
    #expect(line.truncated(toColumns: 6).spans.map(\.role) == ["text.strong", "text.strong"])
  }

  @Test func `cutting puts an ellipsis and never splits a wide character`() {
    #expect(Line("abcdef").truncated(toColumns: 4).text == "abc…")
    #expect(Line("abcd").truncated(toColumns: 4).text == "abcd")
    #expect(Line("漢字漢").truncated(toColumns: 4).text == "漢…")
    #expect(Line("漢字漢").fitted(toColumns: 4).columns == 4)
    #expect(Line("abc").truncated(toColumns: 1).text == "…")
    #expect(Line("abc").truncated(toColumns: 0).text == "")
    #expect(Line("abc").truncated(toColumns: 2, ellipsis: "").text == "ab")
  }

  @Test func `padding aligns`() {
    #expect(Line("ab").padded(toColumns: 5).text == "ab   ")
    #expect(Line("ab").padded(toColumns: 5, alignment: .trailing).text == "   ab")
    #expect(Line("ab").padded(toColumns: 5, alignment: .center).text == " ab  ")
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `wrapping keeps every character but spaces, within the width`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1_000 {
      let line = Line(random.text(upTo: 60))
      let width = Int.random(in: 2...20, using: &random)
      let indent = Int.random(in: 0...4, using: &random)
      let rows = line.wrapped(toColumns: width, hangingIndent: indent)
      func ink(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { $0 != " " } }
      #expect(
        rows.flatMap { ink($0.text) } == ink(line.text),
        "seed \(seed), width \(width): \(line.text.debugDescription)"
      )
      #expect(rows.allSatisfy { $0.columns <= width }, "seed \(seed), width \(width)")
    }
  }

  @Test(arguments: [21, 22] as [UInt64])
  func `any text drawn anywhere keeps the rows' width`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var canvas = Canvas(size: Size(columns: 17, rows: 3))
    for _ in 0..<2_000 {
      let at = Point(
        x: Int.random(in: -5...18, using: &random),
        y: Int.random(in: -1...3, using: &random)
      )
      let clip = Rect(
        x: Int.random(in: 0...5, using: &random),
        y: 0,
        width: Int.random(in: 0...17, using: &random),
        height: 3
      )
      let text = random.text(upTo: 12)
      canvas.put(text, at: at, role: "match", clip: clip)
      for y in 0..<3 {
        let row = Array(canvas.row(y))
        #expect(
          row.reduce(0) { $0 + Int($1.width) } == 17,
          "seed \(seed): \(text.debugDescription)"
        )
        for (left, right) in zip(row, row.dropFirst()) {
          #expect((left.width == 2) == (right.width == 0), "seed \(seed)")
        }
      }
    }
  }
}
