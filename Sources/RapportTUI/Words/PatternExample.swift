/// An example of what a pattern accepts, so that a refusal can say what would be right.
enum PatternExample {
  /// `AB-123456` for `[A-Z]{2}-[0-9]{6}`; nil where the pattern uses more than literals, classes,
  /// groups without alternatives, and counts.
  static func text(for pattern: String) -> String? {
    var reader = Reader(pattern)
    return reader.sequence(until: nil).flatMap { $0.isEmpty || $0.count > 40 ? nil : $0 }
  }

  private struct Reader {
    private var rest: ArraySlice<Character>
    /// How many letters and digits were used, so that examples run on: `AB`, `123`.
    private var letters = 0
    private var digits = 0

    init(_ pattern: String) {
      rest = Array(pattern.prefix(200))[...]
      if rest.first == "^" { rest.removeFirst() }
      if rest.last == "$", rest.dropLast().last != "\\" { rest.removeLast() }
    }

    mutating func sequence(until end: Character?) -> String? {
      var text = ""
      while let next = rest.popFirst() {
        if next == end { return text }
        guard let make = atom(next), let count = count() else { return nil }
        for _ in 0..<count {
          guard let piece = example(make) else { return nil }
          text += piece
        }
      }
      return end == nil ? text : nil
    }

    private enum Atom {
      case upper, lower, digit
      case text(String)
    }

    private mutating func atom(_ next: Character) -> Atom? {
      switch next {
      case "[": return set()
      case "(":
        if rest.starts(with: "?:") { rest.removeFirst(2) }
        return sequence(until: ")").map(Atom.text)
      case "\\":
        guard let escaped = rest.popFirst() else { return nil }
        if escaped == "d" { return .digit }
        return escaped.isLetter || escaped.isNumber ? nil : .text(String(escaped))
      case "|", ".", "*", "+", "?", "{", ")", "^", "$": return nil
      default: return .text(String(next))
      }
    }

    private mutating func set() -> Atom? {
      guard let end = rest.firstIndex(of: "]"), let first = rest.first, first != "^" else {
        return nil
      }
      let members = String(rest[rest.startIndex..<end])
      rest = rest[(end + 1)...]
      if members.contains("A-Z") { return .upper }
      if members.contains("a-z") { return .lower }
      if members.contains("0-9") || members.contains("\\d") { return .digit }
      return first == "\\" ? nil : .text(String(first))
    }

    /// The fewest repetitions that are not none.
    private mutating func count() -> Int? {
      guard let next = rest.first else { return 1 }
      if "?*+".contains(next) {
        rest.removeFirst()
        return 1
      }
      guard next == "{" else { return 1 }
      guard let end = rest.firstIndex(of: "}") else { return nil }
      let bounds = String(rest[(rest.startIndex + 1)..<end])
      rest = rest[(end + 1)...]
      guard let least = Int(bounds.prefix { $0 != "," }), least <= 20 else { return nil }
      return max(1, least)
    }

    private mutating func example(_ atom: Atom) -> String? {
      switch atom {
      case .text(let text): return text
      case .digit:
        digits += 1
        return String(digits % 10)
      case .upper, .lower:
        guard let letter = Unicode.Scalar(65 + UInt32(letters % 26)) else { return nil }
        letters += 1
        if case .upper = atom { return String(letter) }
        return String(letter).lowercased()
      }
    }
  }
}
