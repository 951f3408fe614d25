import Terminal
import Testing

@Suite struct KeyChordTests {
  @Test(
    arguments: [
      ("Ctrl-P", .control("p")), ("F2", .function(2)), ("F12", .function(12)), ("Enter", .enter),
      ("Space", .character(" ")), ("a", .character("a")), ("A", .character("A")),
      ("?", .character("?")), ("Esc", .escape), ("Shift-Tab", .backTab), ("PgDn", .pageDown),
      ("Alt-x", .alt("x")), ("漢", .character("漢")), ("-", .character("-")),
    ] as [(String, Key)]
  )
  func `text and key are two forms of the same`(text: String, key: Key) {
    #expect(KeyChord(text)?.key == key)
    #expect(KeyChord(key).description == text)
  }

  @Test(arguments: [("ctrl-p", "Ctrl-P"), ("pageup", "PgUp"), ("Delete", "Del"), ("f5", "F5")])
  func `names are read in any case`(text: String, printed: String) {
    #expect(KeyChord(text)?.description == printed)
  }

  @Test(arguments: ["", " ", "F0", "F13", "Ctrl-I", "Ctrl-M", "Ctrl-H", "Ctrl-", "Hyper-x", "ab"])
  func `keys that terminals do not send are refused`(text: String) {
    #expect(KeyChord(text) == nil)
  }
}
