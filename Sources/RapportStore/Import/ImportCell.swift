package import JSONLogic
package import RapportCore

/// Where one value of a customer comes from, and of what type it is.
package struct ImportCell: Hashable, Sendable {
  /// The name in the header; nil where the value is the same for every row.
  package var column: String?
  package var constant: JSON?
  package var kind: Attribute.Kind
  /// What cells mean, where they do not say it themselves; others are then an error.
  package var values: [String: JSON]?
  /// Between the items of a list.
  package var separator = ";"
  /// The order and width of a date's digits: `dd.MM.yyyy`.
  package var format = "yyyy-MM-dd"

  package init(column: String, kind: Attribute.Kind = .text) {
    self.column = column
    self.kind = kind
  }

  init(constant: JSON) {
    self.constant = constant
    kind = .text
  }

  /// The value of a cell; nil where it is blank.
  ///
  /// Throws what is wrong with it, e.g. `"abc" is no number`.
  package func value(of text: String) throws(ImportCellError) -> JSON? {
    if let constant { return constant }
    let trimmed = Self.trimmed(text)
    guard !trimmed.isEmpty else { return nil }
    if let values {
      if let value = values[trimmed] { return value.isNull ? nil : value }
      let question = SpellingSuggestion.question(trimmed, among: values.keys.sorted())
      throw ImportCellError("\"\(trimmed)\" is not among the values", remedy: question)
    }
    switch kind {
    case .text, .choice, .version: return .string(trimmed)
    case .list:
      let items = trimmed.split(separator: separator).map { Self.trimmed(String($0)) }
      return .array(items.filter { !$0.isEmpty }.map { .string($0) })
    case .boolean: return try boolean(trimmed)
    case .integer, .number: return try number(trimmed)
    case .date: return try date(trimmed)
    }
  }

  private func boolean(_ text: String) throws(ImportCellError) -> JSON {
    switch text.lowercased() {
    case "true", "yes", "1", "y", "t": return true
    case "false", "no", "0", "n", "f": return false
    default:
      throw ImportCellError("\"\(text)\" is neither yes nor no", remedy: "give its \"values\"")
    }
  }

  private func number(_ text: String) throws(ImportCellError) -> JSON {
    // A leading plus and zeros, as spreadsheets leave them, are no JSON but plain enough.
    let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
    var plain = digits[...]
    while plain.hasPrefix("0"), let next = plain.dropFirst().utf8.first, next &- 0x30 < 10 {
      plain = plain.dropFirst()
    }
    guard let value = try? JSON(parsing: plain), case .number(let number) = value else {
      throw ImportCellError("\"\(text)\" is no number")
    }
    guard kind == .number || number.double == number.double.rounded() else {
      throw ImportCellError("\"\(text)\" is no whole number", remedy: "import it as a number")
    }
    return value
  }

  private func date(_ text: String) throws(ImportCellError) -> JSON {
    let pattern = Array(format.utf8)
    let digits = Array(text.utf8)
    var parts: [UInt8: Int] = [:]
    var isDate = pattern.count == digits.count
    for (letter, digit) in zip(pattern, digits) where isDate {
      if [UInt8(ascii: "y"), UInt8(ascii: "M"), UInt8(ascii: "d")].contains(letter) {
        isDate = digit &- 0x30 < 10
        parts[letter] = (parts[letter] ?? 0) * 10 + Int(digit & 0x0F)
      } else {
        isDate = letter == digit
      }
    }
    guard isDate,
      let date = CalendarDate(
        year: parts[UInt8(ascii: "y")] ?? 0,
        month: parts[UInt8(ascii: "M")] ?? 0,
        day: parts[UInt8(ascii: "d")] ?? 0
      )
    else { throw ImportCellError("\"\(text)\" is no date", remedy: "dates are \(format)") }
    return .string(date.description)
  }

  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(String.UnicodeScalarView(scalars[...last]))
  }
}

/// What is wrong with one cell, and what would be right.
package struct ImportCellError: Error, Hashable, Sendable {
  package var reason: String
  package var remedy: String?

  package init(_ reason: String, remedy: String? = nil) {
    self.reason = reason
    self.remedy = remedy
  }
}
