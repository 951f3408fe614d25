import TestSupport
import Testing

/// Terminals of all kinds, and none.
struct TerminalJourneyTests {
  @Test(arguments: [
    "xterm-256color", "xterm-kitty", "xterm-ghostty", "foot", "alacritty", "tmux-256color",
    "screen-256color", "linux", "vt100", "never-heard-of",
  ])
  func `the search opens, and Ctrl-C gives the terminal back`(term: String) throws {
    let terminal = try Workplace.demo().open(environment: ["TERM": term])
    #expect(terminal.screen.lines[0].hasPrefix(" rapport "))
    terminal.send("C-004211")
    try terminal.wait(forText: "Zoë Müller")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    terminal.expectRestored()
  }

  @Test(arguments: ["dumb", "unknown", ""])
  func `a terminal without a cursor gets lines`(term: String) throws {
    let terminal = try Workplace.demo().start(environment: ["TERM": term])
    try terminal.wait(forText: "Type what the caller gives")
    terminal.send("zoe mul berlin\n")
    try terminal.wait(forText: "1. Zoë Müller")
    terminal.send("1\n")
    try terminal.wait(forText: "Type reason and what they say")
    terminal.send("quit\n")
    #expect(try terminal.waitForExit() == 0)
    // The card is longer than the screen, which cannot scroll back.
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("Belongs to Loyal advocates: 14 orders"))
    #expect(terminal.isCooked && !terminal.output.contains(0x1B))
  }

  @Test(arguments: [
    ["NO_COLOR": "1"], ["NO_COLOR": "1", "COLORTERM": "truecolor"], ["TERM": "vt100"],
  ])
  func `without colours none is sent`(environment: [String: String]) throws {
    let terminal = try Workplace.demo().open(["--theme", "nocturne"], environment: environment)
    try terminal.openCustomer("C-004211", "C-004211")
    #expect(terminal.screen.colors == [])
  }

  @Test func `an empty NO_COLOR is none`() throws {
    let terminal = try Workplace.demo().open(
      ["--theme", "nocturne"],
      environment: ["NO_COLOR": ""]
    )
    #expect(!terminal.screen.colors.isEmpty)
  }

  @Test(arguments: ["truecolor", "24bit"])
  func `COLORTERM brings 24 bits`(value: String) throws {
    let terminal = try Workplace.demo()
      .open(["--theme", "nocturne"], environment: ["COLORTERM": value])
    #expect(terminal.screen.colors.contains { $0.hasPrefix("48;2;") })
  }

  @Test(arguments: [
    ("never", [""]), ("16", ["3", "4", "9", "10"]), ("256", ["38;5;", "48;5;", "3", "4"]),
    ("24bit", ["38;2;", "48;2;"]),
  ])
  func `--color decides against the terminal`(choice: String, prefixes: [String]) throws {
    let terminal = try Workplace.demo().open(["--theme", "nocturne", "--color", choice])
    let colors = terminal.screen.colors
    #expect(colors.isEmpty == (choice == "never"))
    #expect(colors.allSatisfy { color in prefixes.contains { color.hasPrefix($0) } }, "\(colors)")
  }

  @Test func `an unknown theme is refused by name before the screen opens`() throws {
    let terminal = try Workplace.demo().start(["--theme", "nocturn"])
    #expect(try terminal.waitForExit() == 2)
    #expect(terminal.screen.text.contains("no theme is called \"nocturn\""))
    #expect(!terminal.output.contains(0x1B))
  }
}

extension ScreenModel {
  /// The colours in use, as parameters of SGR.
  var colors: Set<String> {
    var colors: Set<String> = []
    for y in 0..<rows {
      for x in 0..<columns {
        for code in place(x: x, y: y).style {
          let first = code.split(separator: ";").first.flatMap { Int($0) } ?? 0
          if first >= 30 { colors.insert(code) }
        }
      }
    }
    return colors
  }
}
