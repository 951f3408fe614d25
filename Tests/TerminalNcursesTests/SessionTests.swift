import Glibc
import Terminal
import TestSupport
import Testing

/// The backend within a program on a real terminal.
@Suite(.timeLimit(.minutes(2))) struct SessionTests {
  static let probe = BuiltProduct.path("TerminalProbe")

  static func start(
    _ arguments: [String] = [],
    columns: Int = 80,
    rows: Int = 24,
    _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      probe,
      arguments,
      columns: columns,
      rows: rows,
      environment: environment
    )
    try terminal.wait(forText: "probe \(columns)x\(rows)")
    try terminal.settle()
    return terminal
  }

  /// Checks that the shell would find its terminal as it was.
  static func expectRestored(
    _ terminal: PseudoTerminal,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(terminal.isCooked, sourceLocation: location)
    #expect(!terminal.screen.isAlternate, sourceLocation: location)
    #expect(terminal.screen.isCursorVisible, sourceLocation: location)
    #expect(
      terminal.screen.modes.isDisjoint(with: [1000, 1002, 1003, 1004, 1006, 2004, 2026]),
      sourceLocation: location
    )
  }

  @Test func `a program starts, hears keys and leaves the terminal as it was`() throws {
    let terminal = try Self.start()
    #expect(terminal.screen.isAlternate && terminal.screen.modes.isSuperset(of: [1004, 2004]))
    #expect(terminal.screen.lines[2] == "Zoë 界 │")
    #expect(terminal.screen.cursor == (2, 1))
    #expect(terminal.screen.title == "probe title")
    terminal.send("ß\u{1B}[A\u{1B}[200~two\nlines\u{1B}[201~")
    try terminal.wait(forText: "paste(\"two\\nlines\")")
    #expect(terminal.screen.lines[3...4] == ["key(ß)", "key(Up)"])
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    Self.expectRestored(terminal)
    #expect(terminal.screen.unknown == [])
    #expect(terminal.screen.text.contains("left"))
  }

  @Test(arguments: [
    ("xterm-256color", "", "xterm-256color indexed256"), ("xterm", "", "xterm ansi8"),
    ("xterm-kitty", "truecolor", "xterm-256color trueColor"),
    ("xterm-ghostty", "", "xterm-256color indexed256"), ("foot", "", "xterm-256color indexed256"),
    ("alacritty", "24bit", "xterm-256color trueColor"),
    ("wezterm", "", "xterm-256color indexed256"),
    ("tmux-256color", "truecolor", "tmux-256color trueColor"), ("linux", "", "linux ansi8"),
    ("vt100", "", "vt100 mono"), ("ansi", "", "ansi ansi8"), ("never-heard-of", "", "xterm ansi8"),
  ])
  func `terminals open, described or not`(term: String, color: String, opened: String) throws {
    let terminal = try Self.start(["--plain"], ["TERM": term, "COLORTERM": color])
    #expect(terminal.screen.lines[0] == "probe 80x24 \(opened)")
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    Self.expectRestored(terminal)
  }

  @Test(arguments: ["dumb", "unknown", ""])
  func `a terminal without a cursor is refused with advice`(term: String) throws {
    let terminal = try PseudoTerminal(Self.probe, environment: ["TERM": term])
    #expect(try terminal.waitForExit() == 2)
    #expect(terminal.screen.lines.joined().contains("use --plain"))
    #expect(terminal.isCooked && !terminal.output.contains(0x1B))
  }

  @Test func `without UTF-8 the C locale is replaced, and signs survive`() throws {
    let terminal = try Self.start([], ["LANG": "", "LC_ALL": "C"])
    #expect(terminal.screen.lines[1].hasPrefix("unicode true"))
    #expect(terminal.screen.lines[2] == "Zoë 界 │")
  }

  @Test func `the background and depth are what the terminal answers`() throws {
    let terminal = try Self.start(["--ask"], ["TERM": "foot"])
    #expect(terminal.screen.lines[0].hasSuffix("trueColor"))
    #expect(terminal.screen.lines[1].contains("background #1c2030 "))
  }

  @Test func `answers that come late type nothing`() throws {
    let terminal = try Self.start()
    terminal.send("\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\\u{1B}[?62;22c\u{1B}P1$r0m\u{1B}\\x")
    try terminal.wait(forText: "key(x)")
    #expect(terminal.screen.lines[3] == "key(x)")
  }

  @Test func `a silent terminal costs a moment and no key typed meanwhile`() throws {
    let terminal = try PseudoTerminal(Self.probe, ["--ask"])
    terminal.answers = false
    terminal.send("x")
    try terminal.wait(forText: "key(x)")
    #expect(terminal.screen.lines[1].contains("background unknown "))
  }

  @Test func `Escape alone is a key, and a character may come in pieces`() throws {
    let terminal = try Self.start()
    terminal.send("\u{1B}")
    try terminal.wait(forText: "key(Esc)")
    terminal.send([0xE7, 0x95])
    try terminal.settle()
    terminal.send([0x8C])
    try terminal.wait(forText: "key(界)")
  }

  @Test func `every size is followed`() throws {
    let terminal = try Self.start()
    for (columns, rows) in [(120, 40), (60, 16), (200, 60), (61, 5), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      try terminal.wait(forText: "probe \(columns)x\(rows)")
    }
    try terminal.settle()
    for columns in 70...90 { terminal.resize(columns: columns, rows: 20) }
    try terminal.wait(forText: "probe 90x20")
    terminal.resize(columns: 1, rows: 1)
    try terminal.settle()
    terminal.resize(columns: 80, rows: 24)
    try terminal.wait(for: "the whole screen") {
      $0.lines[0].hasPrefix("probe 80x24") && $0.lines[2] == "Zoë 界 │"
    }
  }

  @Test func `the mouse is off until a frame wants it`() throws {
    let terminal = try Self.start()
    #expect(!terminal.screen.modes.contains(1000))
    terminal.send("m")
    try terminal.wait(for: "mouse mode") { $0.modes.isSuperset(of: [1000, 1006]) }
    terminal.send("\u{1B}[<0;4;5M\u{1B}[<0;4;5m\u{1B}[<0;4;5M")
    try terminal.wait(forText: "mouse(doublePress 3 4)")
    #expect(terminal.screen.text.contains("mouse(press 3 4)"))
    terminal.send("m")
    try terminal.wait(for: "no mouse mode") { $0.modes.isDisjoint(with: [1000, 1006]) }
  }

  @Test func `a copy goes to the terminal's clipboard and says so`() throws {
    let terminal = try Self.start()
    terminal.send("c")
    try terminal.wait(forText: "sent to the terminal's clipboard (OSC 52)")
    #expect(terminal.screen.copied == ["Z3LDtsOfZXI="])
  }

  @Test func `another thread's message wakes the program, and a bell rings`() throws {
    let terminal = try Self.start()
    terminal.send("w")
    // Settled means that the message has come, for the program knew of the work.
    try terminal.settle()
    #expect(terminal.screen.text.contains("woken"))
    terminal.send("b")
    try terminal.wait(for: "a bell") { $0.bells == 1 }
  }

  @Test func `a stray message goes to the log`() throws {
    let folder = try TemporaryFolder()
    let terminal = try Self.start(["--log", "\(folder.path)/log"])
    terminal.send("p")
    try terminal.wait(forText: "key(p)")
    try terminal.settle()
    #expect(!terminal.screen.text.contains("stray"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    #expect(TextFile.text("\(folder.path)/log") == "a stray message\n")
  }
}
