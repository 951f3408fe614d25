import Terminal
import Testing

@Suite struct TextFieldTests {
  /// Types keys into a field; `|` shows the cursor.
  private func typed(_ text: String, _ keys: [Key]) -> String {
    var field = TextField(text)
    for key in keys { _ = field.handle(key) }
    var shown = field.text
    shown.insert("|", at: shown.index(shown.startIndex, offsetBy: field.cursor))
    return shown
  }

  @Test func `keys edit at the cursor`() {
    #expect(typed("", [.character("a"), .character("b")]) == "ab|")
    #expect(typed("abc", [.left, .left, .character("x")]) == "ax|bc")
    #expect(typed("abc", [.backspace]) == "ab|")
    #expect(typed("abc", [.home, .delete]) == "|bc")
    #expect(typed("abc", [.home, .right, .control("k")]) == "a|")
    #expect(typed("abc", [.left, .control("u")]) == "|c")
    #expect(typed("Zoë Müller-Kiefer", [.control("w")]) == "Zoë Müller-|")
    #expect(typed("Zoë Müller  ", [.control("w"), .control("w")]) == "|")
    #expect(typed("one two", [.alt("b"), .alt("b"), .alt("f")]) == "one| two")
    #expect(typed("abc", [.home, .end]) == "abc|")
  }

  @Test func `a character is what people see as one`() {
    #expect(typed("e\u{301}👩‍💻", [.backspace]) == "e\u{301}|")
    #expect(typed("e\u{301}", [.backspace]) == "|")
    #expect(typed("e", [.character("\u{301}")]) == "e\u{301}|")
    #expect(typed("aेb", [.left, .left]) == "|aेb")
  }

  @Test func `keys that change nothing are free for others`() {
    var field = TextField("a")
    #expect(field.handle(.end) == .ignored)
    #expect(field.handle(.delete) == .ignored)
    #expect(field.handle(.up) == .ignored)
    #expect(field.handle(.enter) == .ignored)
    #expect(field.handle(.left) == .moved)
    #expect(field.handle(.delete) == .changed)
  }

  @Test func `a paste comes in as one line without controls`() {
    var field = TextField("ab")
    _ = field.handle(.left)
    field.insert("x\r\ny\u{1B}[31m\u{202E}z")
    #expect(field.text == "ax y[31mzb")
    #expect(field.cursor == 9)
    var short = TextField("", limit: 3)
    #expect(short.insert("four") == .ignored)
  }

  private func drawn(_ text: String, width: Int, keys: [Key] = []) -> (String, Int) {
    var field = TextField(text)
    for key in keys { _ = field.handle(key) }
    var canvas = Canvas(size: Size(columns: width + 2, rows: 1))
    let area = Rect(x: 1, y: 0, width: width, height: 1)
    let cursor = field.draw(into: &canvas, area, placeholder: "name", glyphs: .unicode)
    return (canvas.textRows[0], cursor.x - 1)
  }

  @Test func `long text scrolls to the cursor`() {
    #expect(drawn("abc", width: 6) == (" abc", 3))
    #expect(drawn("", width: 6) == (" name", 0))
    #expect(drawn("abcdefgh", width: 6) == (" …efgh", 5))
    #expect(drawn("abcdefgh", width: 6, keys: [.home]) == (" abcdef", 0))
    #expect(drawn("漢字漢字", width: 6) == (" …漢字", 5))
    #expect(drawn("abc", width: 0) == ("", 0))
  }

  @Test(arguments: [31, 32] as [UInt64])
  func `any keys and any text keep the cursor within the field`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let keys: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .alt("b"), .alt("f"),
    ]
    var field = TextField(limit: 40)
    for _ in 0..<3_000 {
      if Bool.random(using: &random) {
        field.insert(random.text(upTo: 4))
      } else {
        _ = field.handle(keys[Int.random(in: 0..<keys.count, using: &random)])
      }
      #expect((0...field.text.count).contains(field.cursor), "seed \(seed)")
      var canvas = Canvas(size: Size(columns: 9, rows: 1))
      let cursor = field.draw(into: &canvas, canvas.bounds, glyphs: .unicode)
      #expect((0..<9).contains(cursor.x), "seed \(seed): \(field.text.debugDescription)")
    }
  }
}
