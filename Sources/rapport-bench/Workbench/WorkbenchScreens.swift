import JSONLogic
import TestSupport

/// Works in the workbench of the program itself: the time from a key to the figures on the screen.
struct WorkbenchScreens {
  let session: ScreenSession
  let rounds: Int

  private static let find = "\u{1B}OQ"
  private static let segments = "\u{1B}OS"
  private static let down = "\u{1B}OB"
  private static let right = "\u{1B}OC"
  private static let pageDown = "\u{1B}[6~"
  private static let enter = "\r"
  private static let backspace = "\u{7F}"

  func run(customers: Int) throws -> JSON {
    try session.wait(for: "Find", until: FindBenchmark.isEmpty)
    try session.wait(for: "all customers") { FindBenchmark.census($0) == customers }
    var report: JSONObject = [:]
    report["list"] = try timed(Self.segments, "the sizes", back: Self.find) {
      $0.lines.count { $0.contains(" %") } > 10
    }
    _ = try session.press(Self.segments)
    session.rest()
    report["matrix"] = try timed("m", "the matrix", back: "\u{1B}") { screen in
      screen.lines.contains { $0.hasPrefix("▌1 ") && $0.contains("[") }
    }
    report["profile"] = try timed(Self.enter, "what sets apart", back: "\u{1B}") {
      $0.text.contains("members (")
    }
    _ = try session.press(Self.enter)
    session.rest()
    report["members"] = try timed("3", "members", back: "1") { screen in
      screen.text.contains("[3 Members]") && screen.lines.contains { $0.contains(" C-0") }
    }
    _ = try session.press("3")
    session.rest()
    report["scroll"] = try scroll()
    report["edit"] = try edits()
    return .object(report)
  }

  /// The first time, and again, until a figure is on the screen.
  private func timed(
    _ key: String,
    _ what: String,
    back: String,
    until isReached: (ScreenModel) -> Bool
  ) throws -> JSON {
    let first = try session.press(key, until: what, isReached)
    session.rest()
    var again: [Duration] = []
    for _ in 0..<rounds {
      _ = try session.press(back, quiet: 8)
      session.rest()
      guard !isReached(session.screen) else {
        throw ScreensError.notShown("anything but \(what)", screen: session.screen.text)
      }
      again.append(try session.press(key, until: what, isReached))
      session.rest()
    }
    _ = try session.press(back, quiet: 8)
    return [
      "firstMilliseconds": KeystrokeFigures.milliseconds(first), "again": LaunchFigures.json(again),
    ]
  }

  private func scroll() throws -> JSON {
    var figures = KeystrokeFigures()
    for number in 0..<rounds * 10 {
      figures.add(try session.press(number % 4 == 3 ? Self.pageDown : Self.down))
    }
    return figures.json
  }

  /// A number of a rule, typed anew: until the key is answered, and until its effect is counted.
  private func edits() throws -> JSON {
    _ = try session.press("r")
    try session.wait(for: "the rule's size") { $0.text.contains(" customers") }
    for key in [Self.down, Self.right, Self.right, Self.enter] { _ = try session.press(key) }
    session.rest()
    var answered: [Duration] = []
    var counted: [Duration] = []
    for number in 0..<rounds * 2 {
      let key = number % 2 == 0 ? "\(number % 9 + 1)" : Self.backspace
      let stroke = try session.press(key)
      answered.append(stroke.first)
      guard !session.screen.text.contains(" counting") else {
        throw ScreensError.notShown("the effect of \(key)", screen: session.screen.text)
      }
      counted.append(stroke.settled)
    }
    return ["answered": LaunchFigures.json(answered), "counted": LaunchFigures.json(counted)]
  }
}
