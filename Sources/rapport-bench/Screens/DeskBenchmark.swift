import JSONLogic
import TestSupport

/// Works on the Desk of a customer that every demo store has.
struct DeskBenchmark {
  let session: ScreenSession

  private static let rounds = 25
  private static let down = "\u{1B}OB"
  private static let up = "\u{1B}OA"

  /// Opens the customer with a script; the time of the key that shows the Desk.
  func open() throws -> Keystroke {
    for key in "zoe kiefer" { _ = try session.press(String(key)) }
    let opening = try session.press("\r")
    try expect("the Desk of the caller") { $0.text.contains("Zoë Müller · Kiefer Optik") }
    for key in ["i"] + "charged".map(String.init) + ["\r"] { _ = try session.press(key) }
    try expect("a script's first step") {
      $0.text.contains("Say: ") && $0.text.contains("step 1 of")
    }
    return opening
  }

  func run() throws -> JSON {
    let move = try moves()
    let tick = try ticks()
    let pane = try panes()
    var all = move
    all.add(tick)
    all.add(pane.opening)
    return [
      "all": all.json, "move": move.json, "tick": tick.json, "pane": pane.opening.json,
      "escape": pane.closing.json,
    ]
  }

  private func moves() throws -> KeystrokeFigures {
    var figures = KeystrokeFigures()
    for _ in 0..<Self.rounds {
      for key in [Self.down, Self.down, Self.up, Self.up] {
        let before = cursorRows
        figures.add(try session.press(key))
        try expect("another row with the cursor") { _ in cursorRows != before }
      }
    }
    return figures
  }

  /// A step done, and taken back.
  private func ticks() throws -> KeystrokeFigures {
    var figures = KeystrokeFigures()
    for _ in 0..<Self.rounds * 2 {
      figures.add(try session.press(" "))
      try expect("one step done") { Self.doneSteps($0) == 1 }
      figures.add(try session.press("u"))
      try expect("no step done") { Self.doneSteps($0) == 0 }
    }
    return figures
  }

  /// Escape waits before it counts as a key, since it begins sequences too: figures of its own.
  private func panes() throws -> (opening: KeystrokeFigures, closing: KeystrokeFigures) {
    var opening = KeystrokeFigures()
    var closing = KeystrokeFigures()
    let titles = [
      "w": "── Who, and why: ", "h": "── History ─", "?": "─ What can be done here ─",
      "i": "─ Reason: what does the caller say? ─",
    ]
    for _ in 0..<Self.rounds {
      for (key, title) in titles.sorted(by: { $0.key < $1.key }) {
        opening.add(try session.press(key))
        try expect(title) { $0.text.contains(title) }
        closing.add(try session.pressEscape())
        try expect("no \(title)") { !$0.text.contains(title) && $0.text.contains("Say: ") }
      }
    }
    return (opening, closing)
  }

  private var cursorRows: [String] {
    session.screen.lines.enumerated().filter { $0.element.hasPrefix("▌") }.map {
      "\($0.offset) \($0.element)"
    }
  }

  private static func doneSteps(_ screen: ScreenModel) -> Int {
    screen.lines.filter { $0.dropFirst().hasPrefix("[x]") }.count
  }

  private func expect(_ what: String, _ isShown: (ScreenModel) -> Bool) throws {
    guard isShown(session.screen) else {
      throw ScreensError.notShown(what, screen: session.screen.text)
    }
  }
}
