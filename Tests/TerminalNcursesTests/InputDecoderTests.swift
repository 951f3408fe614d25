import Terminal
import Testing

@testable import TerminalNcurses

@Suite struct InputDecoderTests {
  /// What some text decodes to, with whatever it leaves unfinished decided.
  static func inputs(_ text: String) -> [Input] { inputs(Array(text.utf8)) }

  static func inputs(_ bytes: [UInt8]) -> [Input] {
    var decoder = InputDecoder()
    return decoder.decode(bytes) + decoder.expire()
  }

  @Test(arguments: [
    ("a", Key.character("a")), ("ß", .character("ß")), ("界", .character("界")),
    ("👍", .character("👍")), (" ", .character(" ")), ("\r", .enter), ("\n", .control("j")),
    ("\t", .tab), ("\u{8}", .backspace), ("\u{7F}", .backspace), ("\u{1}", .control("a")),
    ("\u{0}", .control("@")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")),
    ("\u{1B}", .escape), ("\u{1B}x", .alt("x")), ("\u{1B}ß", .alt("ß")), ("\u{1B}[", .alt("[")),
    ("\u{1B}O", .alt("O")), ("\u{1B}]", .alt("]")), ("\u{1B}P", .alt("P")), ("\u{1B}\r", .enter),
  ])
  func `plain keys are what was pressed`(text: String, key: Key) {
    #expect(Self.inputs(text) == [.key(key)])
  }

  @Test(arguments: [
    ("[A", Key.up), ("OA", .up), ("[1;5A", .up), ("[B", .down), ("OB", .down), ("[C", .right),
    ("[D", .left), ("Oa", .up), ("[a", .up), ("[H", .home), ("OH", .home), ("[1~", .home),
    ("[7~", .home), ("[F", .end), ("OF", .end), ("[4~", .end), ("[8$", .end), ("[2~", .insert),
    ("[3~", .delete), ("[3;2~", .delete), ("[3^", .delete), ("[5~", .pageUp), ("[6~", .pageDown),
    ("[Z", .backTab), ("OP", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)),
    ("[1;2P", .function(1)), ("OS", .function(4)), ("[[E", .function(5)), ("[15~", .function(5)),
    ("[17~", .function(6)), ("[21~", .function(10)), ("[23~", .function(11)),
    ("[24;5~", .function(12)), ("OM", .enter), ("Oq", .character("1")), ("Ok", .character("+")),
    ("[97u", .character("a")), ("[97;2u", .character("A")), ("[97:65;2u", .character("A")),
    ("[97;5u", .control("a")), ("[97;3u", .alt("a")), ("[223;2u", .character("ß")),
    ("[105;5u", .tab), ("[13u", .enter), ("[27u", .escape), ("[9;2u", .backTab),
    ("[127;5u", .backspace), ("[57400u", .character("1")), ("[27;5;112~", .control("p")),
    ("[27;2;13~", .enter),
  ])
  func `every form of a key that terminals send is known`(sequence: String, key: Key) {
    #expect(Self.inputs("\u{1B}" + sequence) == [.key(key)])
  }

  @Test(arguments: [
    "[?62;22c", "[>0;276;0c", "[24;80R", "[?2026;2$y", "[97;1:3u", "[57441u", "[200", "[9999~",
    "]11;rgb:1c1c/1c1c/1c1c\u{7}", "]11;rgb:1/2/3\u{1B}\\", "]10;?\u{7}", "]52;c;aGk=\u{7}",
    "P1$r0m\u{1B}\\", "P>|tmux 3.3a\u{1B}\\", "_Gi=1;OK\u{1B}\\", "^x\u{1B}\\", "Xx\u{1B}\\",
    "[?1;2;3;4;5;6;7;8;9;10n", "[<35;10;10M", "[<0;5;5m", "[M !!", "[1;2;3;4;5w", "[ q", "[201~",
  ])
  func `what is no key types nothing`(sequence: String) {
    for input in Self.inputs("\u{1B}" + sequence + "x") {
      switch input {
      case .key(let key): #expect(key == .character("x"))
      case .reply: break
      default: Issue.record("\(input)")
      }
    }
  }

  @Test func `answers are understood`() {
    #expect(
      Self.inputs("\u{1B}]11;rgb:ffff/8080/0000\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?62c") == [
        .reply(.background(red: 255, green: 128, blue: 0)), .reply(.mode(2026, state: 2)),
        .reply(.attributes),
      ]
    )
    #expect(
      Self.inputs("\u{1B}P1$r0;48:2:1:2:3m\u{1B}\\") == [.reply(.setting("0;48:2:1:2:3m"))]
    )
    #expect(Self.inputs("\u{1B}]11;rgb:zz/00/00\u{7}").isEmpty)
  }

  @Test func `the mouse reports presses and the wheel, from zero`() {
    #expect(
      Self.inputs("\u{1B}[<0;300;2M\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<4;7;8M\u{1B}[<2;1;1M") == [
        .mouse(Mouse(.press, at: Point(x: 299, y: 1))), .mouse(Mouse(.wheelUp, at: .zero)),
        .mouse(Mouse(.wheelDown, at: .zero)), .mouse(Mouse(.press, at: Point(x: 6, y: 7))),
      ]
    )
    #expect(Self.inputs("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test func `a character split over reads is one character`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0xF0, 0x9F]).isEmpty)
    #expect(decoder.patience == .long)
    #expect(decoder.decode([0x91]).isEmpty)
    #expect(decoder.decode([0x8D, 0x61]) == [.key(.character("👍")), .key(.character("a"))])
    #expect(decoder.patience == nil)
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], 1), ([0xC3, 0x61], 1), ([0xC0, 0x80, 0x61], 2), ([0xED, 0xA0, 0x80, 0x61], 1),
      ([0xF4, 0x90, 0x80, 0x80, 0x61], 1), ([0xE0, 0x80, 0x80, 0x61], 1),
    ] as [([UInt8], Int)]
  )
  func `invalid bytes cost no key after them`(bytes: [UInt8], replaced: Int) {
    let replacements = Array(repeating: Input.key(.character("\u{FFFD}")), count: replaced)
    #expect(Self.inputs(bytes) == replacements + [.key(.character("a"))])
  }

  @Test func `controls of eight bits are no keys`() {
    #expect(Self.inputs("\u{9B}31m\u{85}") == Self.inputs("31m"))
  }

  @Test func `an Escape waits, and is a key when nothing follows`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.patience == .short)
    #expect(decoder.expire() == [.key(.escape)])
    #expect(decoder.decode([0x1B, 0x1B, 0x5B, 0x41]) == [.key(.escape), .key(.up)])
  }

  @Test func `a sequence split over reads is one sequence`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[1".utf8)).isEmpty)
    #expect(decoder.patience == .long)
    #expect(decoder.decode(Array(";5".utf8)).isEmpty)
    #expect(decoder.decode(Array("C".utf8)) == [.key(.right)])
  }

  @Test func `Enter, Ctrl-C and Escape get out of an answer without an end`() {
    for (way, key) in [("\r", Key.enter), ("\u{3}", .control("c")), ("\u{1B}", .escape)] {
      #expect(Self.inputs("\u{1B}]11;rgb" + way) == [.key(key)])
    }
  }

  @Test func `strings and sequences without an end end`() {
    for introducer in ["\u{1B}]", "\u{1B}P", "\u{1B}["] {
      var decoder = InputDecoder()
      _ = decoder.decode(Array(introducer.utf8))
      for _ in 0..<70 { _ = decoder.decode(Array(repeating: 0x30, count: 1_000)) }
      #expect(decoder.sequence.count <= InputDecoder.sequenceLimit)
      #expect(decoder.decode([0x71]).last == .key(.character("q")))
    }
  }
}
