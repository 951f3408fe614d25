package import JSONLogic

extension Attribute {
  /// Why a customer's value is none of this attribute, so that rules cannot read it; nil where it is
  /// one, or missing.
  ///
  /// Completes a sentence that begins with the attribute: `is no whole number`.
  package func misfit(_ value: JSON) -> String? {
    guard !value.isMissing else { return nil }
    switch kind {
    case .integer:
      return value.doubleValue.map { $0 == $0.rounded() } == true ? nil : "is no whole number"
    case .number: return value.doubleValue == nil ? "is no number" : nil
    case .boolean: return value.boolValue == nil ? "is neither true nor false" : nil
    case .text: return value.stringValue == nil ? "is no text" : nil
    case .date:
      let isDate = value.stringValue.map {
        CalendarDate(parsing: $0) != nil || Instant(parsing: $0) != nil
      }
      return isDate == true ? nil : "is no date such as 2026-11-21"
    case .version:
      let isVersion = value.stringValue.map { SemanticVersion(lenient: $0) != nil }
      return isVersion == true ? nil : "is no version such as 4.2.1"
    case .choice: return misfit(choice: value)
    case .list:
      guard let items = value.arrayValue else { return "is no list" }
      guard items.allSatisfy({ $0.stringValue != nil }) else { return "is no list of texts" }
      return items.lazy.compactMap { misfit(choice: $0) }.first
    }
  }

  private func misfit(choice value: JSON) -> String? {
    guard let text = value.stringValue else { return "is no text" }
    guard !choices.isEmpty, !choices.contains(where: { $0.value == text }) else { return nil }
    return "is none of its choices"
  }
}
