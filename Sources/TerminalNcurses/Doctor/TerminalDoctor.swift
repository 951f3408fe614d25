import CTerminal
import Glibc
package import Terminal

/// What can be said of a terminal without taking it over.
package struct TerminalDoctor: Sendable {
  private let environment: TerminalEnvironment
  private let setting: ColorDepth?

  package init(environment: TerminalEnvironment = .process, depth setting: ColorDepth? = nil) {
    self.environment = environment
    self.setting = setting
  }

  /// The facts, in the order of a report; may run tmux, for at most a second.
  package func examine() -> [TerminalFact] {
    let terminal = TerminalName(environment)
    var facts: [TerminalFact] = []
    let used = describe(terminal, into: &facts)
    facts.append(size())
    facts.append(locale())
    facts.append(clipboard(used))
    if environment["TMUX"] != nil, let fact = tmuxEscapeTime() { facts.append(fact) }
    facts.append(TerminalFact("curses", String(cString: ct_version())))
    return facts
  }

  /// Says what TERM is and shows; returns the name in use.
  private func describe(_ terminal: TerminalName, into facts: inout [TerminalFact]) -> String {
    let given = terminal.given.map { Text.lineSafe($0) } ?? "not set"
    var described = ct_capabilities()
    let used = terminal.candidates.first { ct_describe($0, &described) }
    guard let used, described.addressable else {
      facts.append(
        TerminalFact(
          "TERM",
          given,
          advice: "cannot show a full screen: use --plain, or set TERM to your terminal's name"
        )
      )
      return ""
    }
    let isGiven = used == terminal.given
    facts.append(TerminalFact("TERM", isGiven ? given : "\(given), described as \(used)"))
    let depth = DetectedDepth(
      setting: setting,
      environment: environment,
      colors: Int(described.colors),
      confirmed: false
    )
    let isRich = TerminalName.speaksXterm(used)
    facts.append(
      TerminalFact(
        "colours",
        "\(depth.depth.words) (\(depth.reason)); \(described.colors) and \(described.pairs) pairs "
          + "by its description",
        advice: depth.depth == .indexed256 && isRich
          ? "if it shows 24-bit colours, set COLORTERM=truecolor" : nil
      )
    )
    let missing = [("italic", described.italic), ("dim", described.dim)]
      .filter { !$0.1 }.map(\.0)
    if !missing.isEmpty { facts.append(TerminalFact("lacks", missing.joined(separator: ", "))) }
    return used
  }

  private func size() -> TerminalFact {
    guard let device = try? TerminalDevice() else {
      return TerminalFact("size", "no terminal", advice: "use --plain")
    }
    defer { device.close() }
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard ct_window_size(device.descriptor, &rows, &columns) else {
      return TerminalFact("size", "not known", advice: "set it with: stty rows 24 columns 80")
    }
    let isSmall = rows < 16 || columns < 60
    return TerminalFact(
      "size",
      "\(columns)x\(rows)",
      advice: isSmall ? "make the window at least 60x16" : nil
    )
  }

  private func locale() -> TerminalFact {
    let isUnicode = ct_adopt_locale()
    let variable = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"]
    let named = Text.lineSafe(variable ?? "not set")
    return TerminalFact(
      "locale",
      "\(named), \(String(cString: ct_codeset())); signs: \(isUnicode ? "Unicode" : "ASCII")",
      advice: isUnicode ? nil : "set LC_ALL=C.UTF-8"
    )
  }

  private func clipboard(_ name: String) -> TerminalFact {
    let clipboard = Clipboard(environment: environment, name: name)
    let channels = clipboard.channels.filter { channel in
      if case .program(let arguments) = channel {
        ChildProcess.path(of: arguments[0], environment) != nil
      } else {
        true
      }
    }
    guard let first = channels.first else {
      return TerminalFact(
        "clipboard",
        "none",
        advice: "install wl-clipboard or xclip, or use a terminal that takes OSC 52"
      )
    }
    if case .program = first { return TerminalFact("clipboard", first.name) }
    return TerminalFact("clipboard", "\(first.name); the terminal does not say whether it took it")
  }

  private func tmuxEscapeTime() -> TerminalFact? {
    let outcome = ChildProcess.run(
      ["tmux", "show-options", "-sv", "escape-time"],
      environment: environment
    )
    guard case .exited(status: 0, let output) = outcome,
      let milliseconds = Int(String(decoding: output.prefix { $0 > 0x20 }, as: UTF8.self))
    else { return nil }
    return TerminalFact(
      "tmux escape-time",
      "\(milliseconds) ms",
      advice: milliseconds > 50
        ? "Esc waits that long: put `set -sg escape-time 25` into tmux.conf" : nil
    )
  }
}

extension ColorDepth {
  fileprivate var words: String {
    switch self {
    case .mono: "none"
    case .ansi8: "8"
    case .ansi16: "16"
    case .indexed256: "256"
    case .trueColor: "24-bit"
    }
  }
}
