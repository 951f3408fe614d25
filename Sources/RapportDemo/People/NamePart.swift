/// A word of a name, or a piece of one, in its own script and in Latin letters.
struct NamePart {
  var text: String
  /// For e-mail addresses; the same as `text` where that is Latin, Greek or Cyrillic.
  var latin: String

  /// Reads `佐藤|sato` or `Müller`; `_` stands for a space.
  init(_ notation: Substring) {
    let halves = notation.split(separator: "|", maxSplits: 1)
    text = String(halves.first ?? "").spelled
    latin = halves.count > 1 ? String(halves[1]).spelled : text
  }

  init(joining parts: [NamePart]) {
    text = parts.reduce(into: "") { $0 += $1.text }
    latin = parts.reduce(into: "") { $0 += $1.latin }
  }

  /// A list in the notation of cultures.json.
  static func list(_ notation: String) -> [NamePart] {
    notation.split(separator: " ").map { NamePart($0) }
  }
}

extension String {
  fileprivate var spelled: String {
    utf8.contains(UInt8(ascii: "_"))
      ? String(map { $0 == "_" ? " " : $0 }) : self
  }
}
