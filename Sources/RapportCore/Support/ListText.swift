/// A list of texts as it is typed.
///
/// An item that would fall apart or lose its white space stands in quotes, with those in it doubled, as in
/// CSV: `Berlin, "Washington, D.C."`. Whatever is shown reads back as the same list.
package enum ListText: Sendable {
  /// With commas between the items.
  case commas
  /// With commas or semicolons, as callers' answers are noted.
  case answers
  /// Each in a line of its own. People quote whole lines too, so quotes count only where an item
  /// needs them.
  case lines

  package struct Item: Hashable, Sendable {
    package var text: String
    /// It stood in quotes: it is meant as it is written.
    package var isQuoted = false
  }

  private typealias Scalars = String.UnicodeScalarView

  package func text(of items: [String]) -> String {
    items.map(shown).joined(separator: self == .lines ? "\n" : ", ")
  }

  /// A quote that is not closed before a separator is a character like others.
  package func items(in text: String) -> [Item] {
    var items: [Item] = []
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      rest = rest.drop { isSpace($0) }
      if case .quoted(let content, let after) = quotes(rest) {
        items.append(Item(text: content, isQuoted: true))
        rest = after.dropFirst()
      } else {
        let end = rest.firstIndex(where: separates) ?? rest.endIndex
        let part = Self.trimmed(rest[..<end])
        if !part.isEmpty { items.append(Item(text: String(part))) }
        rest = rest[end...].dropFirst()
      }
    }
    return items
  }

  private func shown(_ item: String) -> String {
    isPlain(item.unicodeScalars[...]) ? item : "\"\(item.doublingQuotes)\""
  }

  /// Whether an item reads back without quotes.
  private func isPlain(_ item: Scalars.SubSequence) -> Bool {
    guard let first = item.first, Self.trimmed(item).count == item.count,
      !item.contains(where: separates)
    else { return false }
    guard first == "\"" else { return true }
    guard self == .lines, case .written = quotes(item) else { return false }
    return true
  }

  private enum Quotes {
    /// What stands in quotes up to a separator or the end, and what is behind it.
    case quoted(String, after: Scalars.SubSequence)
    /// They are characters like others, whatever follows.
    case written
    /// They are not closed; what follows could close them.
    case open
  }

  private func quotes(_ rest: Scalars.SubSequence) -> Quotes {
    guard rest.first == "\"" else { return .written }
    var content = Scalars()
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex {
      let scalar = rest[index]
      rest.formIndex(after: &index)
      guard scalar == "\"" else {
        content.append(scalar)
        continue
      }
      if index < rest.endIndex, rest[index] == "\"" {
        content.append(scalar)
        rest.formIndex(after: &index)
        continue
      }
      let after = rest[index...].drop { isSpace($0) }
      guard after.first.map(separates) ?? true else { return .written }
      if self == .lines, isPlain(content[...]) { return .written }
      return .quoted(String(content), after: after)
    }
    return .open
  }

  private func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .commas: scalar == ","
    case .answers: scalar == "," || scalar == ";"
    case .lines: Self.newlines.contains(scalar)
    }
  }

  /// White space that separates nothing.
  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace && !separates(scalar)
  }

  private static let newlines: Set<Unicode.Scalar> = [
    "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  private static func trimmed(_ part: Scalars.SubSequence) -> Scalars.SubSequence {
    var rest = part.drop(while: \.properties.isWhitespace)
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

extension String {
  /// Scalar by scalar: a quote with a mark behind it is one character.
  fileprivate var doublingQuotes: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(scalar)
      if scalar == "\"" { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
