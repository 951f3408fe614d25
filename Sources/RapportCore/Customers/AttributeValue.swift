package import JSONLogic

/// A value together with what the catalog says of it, so that it can be put into words.
package struct AttributeValue: Sendable {
  package var value: JSON
  /// Nil where the catalog does not know it.
  package var attribute: Attribute?

  package init(_ value: JSON, of attribute: Attribute?) {
    self.value = value
    self.attribute = attribute
  }

  /// `14`, `38 people`, `1 month`, `2 Oct 2026`, `iOS`, `yes`; a list joined by commas; never empty.
  package func words(_ wording: Wording) -> String {
    if wording.masked, attribute?.personal == true { return "hidden" }
    switch value {
    case .null: return "nothing"
    case .bool(let flag): return flag ? "yes" : "no"
    case .number(let number):
      guard let unit = attribute?.unit.flatMap({ wording.text($0) }) else {
        return NumberWords.words(number.double)
      }
      let isOne = number.double == 1 && attribute?.unit?.texts["en"] == unit
      return "\(NumberWords.words(number.double)) \(isOne ? CountWords.singular(unit) : unit)"
    case .string(let text): return words(text, wording)
    case .array(let items):
      if items.isEmpty { return "none" }
      return items.map { AttributeValue($0, of: attribute).words(wording) }.joined(separator: ", ")
    case .object: return value.compact()
    }
  }

  private func words(_ text: String, _ wording: Wording) -> String {
    if let choice = attribute?.choices.first(where: { $0.value == text }) {
      return wording.text(choice.label) ?? text
    }
    if attribute?.kind == .date, let day = wording.day(text) { return wording.date(day) }
    return text.nonBlank ?? "blank"
  }
}
