/// A key with the text form that settings, hints and help share: `Ctrl-P`, `F2`, `Enter`, `a`.
package struct KeyChord: Hashable, Sendable {
  package let key: Key

  package init(_ key: Key) { self.key = key }

  /// Reads the text form; names are read in any case, a single character stands for itself.
  package init?(_ text: String) {
    if text.count == 1, let character = text.first {
      guard character != " " else { return nil }
      key = .character(character)
      return
    }
    let lowered = text.lowercased()
    if let named = Self.names.first(where: { $0.name.lowercased() == lowered }) {
      key = named.key
    } else if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()),
      (1...12).contains(number)
    {
      key = .function(number)
    } else if lowered.hasPrefix("ctrl-"), lowered.count == 6, let letter = lowered.last,
      letter.isASCII, !"imh[".contains(letter)
    {
      key = .control(letter)
    } else if lowered.hasPrefix("alt-"), text.count == 5, let character = text.last {
      key = .alt(character)
    } else {
      return nil
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", .backTab),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp),
    ("PgDn", .pageDown), ("Space", .character(" ")), ("Escape", .escape), ("Delete", .delete),
    ("Insert", .insert), ("PageUp", .pageUp), ("PageDown", .pageDown), ("BackTab", .backTab),
  ]
}

extension KeyChord: CustomStringConvertible {
  package var description: String {
    if let named = Self.names.first(where: { $0.key == key }) { return named.name }
    return switch key {
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let character): "Alt-\(character)"
    default: "?"
    }
  }
}

extension KeyChord: ExpressibleByStringLiteral {
  /// For tables in code; a text that names no key is a programming error.
  package init(stringLiteral text: String) {
    let chord = KeyChord(text)
    precondition(chord != nil, "no key is called \(text)")
    self = chord ?? KeyChord(.escape)
  }
}
