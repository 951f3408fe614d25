import Terminal
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("a\tb\nc\r\nd\re\u{85}f\u{2028}g", "a b c d e f g"),
    ("\u{1B}[31mred\u{7}\u{9B}2J\u{7F}", "·[31mred··2J·"),
    ("abc\u{202E}def\u{2066}\u{2069}\u{200B}\u{FEFF}\u{AD}", "abcdef"),
    ("hidden\u{E0041}\u{E0042}", "hidden"),
    ("\u{E000}\u{378}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("👩‍💻 👨‍👩‍👧‍👦 👍🏽 ❤️", "👩 👨 👍 ❤"),
    ("🏃🏽‍♀️👩🏾‍❤️‍💋‍👨🏼!", "🏃👩!"),
    ("🇩🇪🇫🇷", "DEFR"),
    ("1️⃣#️⃣", "1#"),
    ("\u{301}a", "\u{25CC}\u{301}a"),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "a\u{301}\u{302}\u{303}\u{304}"),
    ("می\u{200C}خواهم", "میخواهم"),
    ("नि", "नि"),
  ])
  func `text is made fit for cells`(text: String, expected: String) {
    #expect(Text.sanitised(text) == expected)
  }

  @Test func `long text is cut and says so`() {
    #expect(Text.sanitised("abcdef", limit: 4) == "abc…")
    #expect(Text.sanitised("abcd", limit: 4) == "abcd")
    #expect(Text.sanitised("äöüßé", limit: 4) == "äöü…")
    let long = Text.sanitised(String(repeating: "ä", count: 1_000_000))
    #expect(long.unicodeScalars.count == Text.scalarLimit)
  }

  @Test func `lines break wherever a terminal would`() {
    #expect(Text.lines("a\r\nb\n\nc\u{2029}d\u{B}e") == ["a", "b", "", "c", "d", "e"])
    #expect(Text.lines("") == [""])
  }

  @Test(arguments: [
    ("Hallo\r\nZoë\tM\u{1B}]52;c;x\u{7}", "Hallo\nZoë\tM]52;c;x"),
    ("می\u{200C}خواهم x\u{200C}\u{200D} ", "می\u{200C}خواهم x "),
    ("👩‍💻 ❤️‍🔥 👍🏽", "👩‍💻 ❤️‍🔥 👍🏽"),
    ("a\u{202E}b\u{2067}c\u{200B}\u{FEFF}\u{E0041}", "abc"),
    ("a\u{2028}b\rc", "a\nb\nc"),
  ])
  func `text for the clipboard keeps what was written`(text: String, expected: String) {
    #expect(Text.clipboardSafe(text) == expected)
  }

  @Test func `text for a line has no newlines`() {
    #expect(Text.lineSafe("a\nb\tc\u{1B}[2Jd") == "a b c[2Jd")
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `sanitising again changes nothing`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 24)
      let once = Text.sanitised(text)
      #expect(Text.sanitised(once) == once, "seed \(seed): \(text.debugDescription)")
      for cut in [0, 1, 5] {
        let short = Text.sanitised(text, limit: cut)
        #expect(short.unicodeScalars.count <= max(cut, 1))
      }
    }
  }

  @Test func `a long text falls into pieces of which nothing is cut`() {
    var generator = SplitMix64(seed: 43)
    let parts = ["word ", "größer ", "長い文", "👩‍👩‍👧", "e\u{301}", "\r\n", "x", "🇩🇪", "👍🏽 "]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        parts[Int.random(in: parts.indices, using: &generator)]
      }.joined()
      let limit = Int.random(in: 24...80, using: &generator)
      let pieces = Text.pieces(text[...], limit: limit)
      #expect(pieces.joined() == text)
      #expect(pieces.allSatisfy { $0.unicodeScalars.count <= limit })
      let together = pieces.map { Text.sanitised(String($0), limit: limit) }.joined()
      #expect(together == Text.sanitised(text, limit: 10_000), "\(text.debugDescription) \(limit)")
    }
  }
}
