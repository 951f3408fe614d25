import JSONLogic

/// Decides whether an attribute counts something, so that its value stands before its label.
enum CountWords {
  private static let prepositions: Set = [
    "in", "of", "per", "with", "since", "for", "at", "on", "from", "this", "last", "over", "to",
  ]

  /// `14 orders`, `1 order`, but `spend 950 EUR` and `birth year 1984`.
  static func amount(
    _ value: String,
    _ actual: JSON,
    _ attribute: Attribute?,
    _ label: String
  ) -> String {
    guard let noun = noun(attribute, label) else { return "\(label) \(value)" }
    return actual == 1 ? "\(value) \(singular(label, noun))" : "\(value) \(label)"
  }

  /// The position of the word that is counted: the last one before a preposition, where it is an
  /// English plural; nil where nothing is counted.
  static func noun(_ attribute: Attribute?, _ label: String) -> Int? {
    guard attribute?.kind == .integer, attribute?.unit == nil else { return nil }
    let words = label.split(separator: " ").map { $0.lowercased() }
    let end = words.firstIndex { prepositions.contains($0) } ?? words.count
    guard end > 0 else { return nil }
    return isPlural(words[end - 1]) ? end - 1 : nil
  }

  private static func isPlural(_ noun: String) -> Bool {
    noun.count > 3 && noun.hasSuffix("s")
      && !["ss", "us", "is"].contains(where: { noun.hasSuffix($0) })
  }

  /// `month` for `months`; a word that is no English plural as it is.
  static func singular(_ unit: String) -> String {
    let isNoun = !unit.contains(" ") && isPlural(unit.lowercased())
    return isNoun ? singular(unit, 0) : unit
  }

  private static func singular(_ label: String, _ noun: Int) -> String {
    var words = label.split(separator: " ").map(String.init)
    let plural = words[noun]
    if plural.hasSuffix("ies") {
      words[noun] = plural.dropLast(3) + "y"
    } else if ["sses", "xes", "ches", "shes"].contains(where: { plural.hasSuffix($0) }) {
      words[noun] = String(plural.dropLast(2))
    } else {
      words[noun] = String(plural.dropLast())
    }
    return words.joined(separator: " ")
  }
}
