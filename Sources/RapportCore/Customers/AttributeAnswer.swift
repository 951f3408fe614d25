package import JSONLogic

/// What a caller answers, read as a value of the attribute that was asked for.
package enum AttributeAnswer {
  /// Why an answer is none, and what would be one: a sentence for the agent.
  package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// Reads `text` as the agent typed it, in any language that the catalog's labels are in.
  package static func parse(
    _ text: String,
    for attribute: Attribute,
    _ wording: Wording
  ) throws(Refusal) -> JSON {
    guard let text = text.nonBlank else { throw Refusal(description: "the answer is empty") }
    switch attribute.kind {
    case .text: return .string(text)
    case .integer:
      guard let number = number(text, wording), let whole = Int(exactly: number) else {
        throw Refusal(description: "a whole number is wanted, such as 12")
      }
      return JSON(whole)
    case .number:
      guard let number = number(text, wording) else {
        throw Refusal(description: "a number is wanted, such as 12.5")
      }
      return JSON(number)
    case .boolean:
      guard let flag = flag(text) else { throw Refusal(description: "yes or no is wanted") }
      return .bool(flag)
    case .date:
      guard let date = date(text, wording) else {
        throw Refusal(
          description: "a date is wanted, such as \(wording.today), yesterday or 3 weeks ago"
        )
      }
      return .string(date.description)
    case .choice: return .string(try choice(text, attribute, wording))
    case .list: return .array(try list(text, attribute, wording))
    case .version:
      guard SemanticVersion(lenient: text) != nil else {
        throw Refusal(description: "a version is wanted, such as 4.2.1")
      }
      return .string(text)
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "true", "ja", "j", "oui", "o", "sí", "si", "s", "sim", "1", "x": true
    case "no", "n", "false", "nein", "non", "não", "nao", "0": false
    default: nil
    }
  }

  /// Reads `1,289.5`, `1.289,5`, `1 289,5`, `1'289.5` and `12 %`.
  static func number(_ text: String, _ wording: Wording) -> Double? {
    var digits = text.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
    while let last = digits.last, last.isLetter || "%€$£".contains(last) { digits.removeLast() }
    let separators = digits.filter { $0 == "," || $0 == "." }
    if let decimal = decimalSeparator(digits, separators, wording) {
      digits = digits.filter { $0 != (decimal == "," ? "." : ",") }.replacing(",", with: ".")
    } else {
      digits = digits.filter { $0 != "," && $0 != "." }
    }
    guard !digits.isEmpty,
      digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "-" }),
      let value = Double(digits), value.isFinite
    else { return nil }
    return value
  }

  /// The last of two kinds; one kind that comes twice groups thousands; one that stands before three
  /// digits is read as the language has it.
  private static func decimalSeparator(
    _ digits: String,
    _ separators: String,
    _ wording: Wording
  ) -> Character? {
    guard let last = separators.last else { return nil }
    if Set(separators).count == 2 { return last }
    if separators.count > 1 { return nil }
    let after = digits.drop { $0 != last }.count - 1
    guard after == 3 else { return last }
    let language = wording.languages.first.map(LocalizedText.base(of:)) ?? "en"
    let usesPoint = ["en", "ja", "zh", "ko", "he", "th", "hi"].contains(language)
    return last == (usesPoint ? "." : ",") ? last : nil
  }

  /// By number, value or label; each of the attribute's labels counts, in every language.
  private static func choice(
    _ text: String,
    _ attribute: Attribute,
    _ wording: Wording
  ) throws(Refusal) -> String {
    let wanted = text.lowercased()
    for choice in attribute.choices where choice.value.lowercased() == wanted {
      return choice.value
    }
    for choice in attribute.choices
    where choice.label.texts.values.contains(where: { $0.lowercased() == wanted }) {
      return choice.value
    }
    if let position = Int(text), attribute.choices.indices.contains(position - 1) {
      return attribute.choices[position - 1].value
    }
    let labels = attribute.choices.map { wording.text($0.label) ?? $0.value }
    let remedy =
      SpellingSuggestion.question(text, among: labels)
      ?? "choose one of \(labels.joined(separator: ", "))"
    throw Refusal(description: "\"\(text)\" is no choice; \(remedy)")
  }

  private static func list(
    _ text: String,
    _ attribute: Attribute,
    _ wording: Wording
  ) throws(Refusal) -> [JSON] {
    var items: [JSON] = []
    for item in ListText.answers.items(in: text) where !item.text.isEmpty {
      let value = attribute.choices.isEmpty ? item.text : try choice(item.text, attribute, wording)
      if !items.contains(.string(value)) { items.append(.string(value)) }
    }
    if items.isEmpty { throw Refusal(description: "values are wanted, with commas between them") }
    return items
  }
}
