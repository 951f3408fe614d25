/// One fact about a customer that the catalog (`attributes.json`) declares.
package struct Attribute: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case text, integer, number, boolean, date, choice, list, version
  }

  package struct Choice: Sendable, Hashable {
    package var value: String
    package var label: LocalizedText

    package init(value: String, label: LocalizedText) {
      self.value = value
      self.label = label
    }
  }

  /// Dotted, such as `behavioral.lastOrder`; its first part is the family.
  package var path: String
  package var label: LocalizedText
  package var kind: Kind
  package var unit: LocalizedText?
  package var choices: [Choice] = []
  /// What the agent asks the caller, and why.
  package var question: LocalizedText?
  package var reason: LocalizedText?
  package var freshForDays: Int?
  /// Searched on Find.
  package var find = false
  package var personal = false
  package var protected = false
  package var source: String?
  /// How it follows from the record, the journals and the day; nil for what is kept in records.
  package var derivation: Derivation?

  package init(path: String, label: LocalizedText, kind: Kind) {
    self.path = path
    self.label = label
    self.kind = kind
  }

  package var family: Family? { Family(rawValue: String(path.prefix { $0 != "." })) }

  /// The answers to choose from when it is asked for: the choices, or yes and no; empty where the
  /// answer is typed.
  package var answers: [Choice] { kind == .boolean ? Self.yesAndNo : choices }

  /// In the languages whose words `AttributeAnswer` reads.
  private static let yesAndNo = [
    Choice(
      value: "yes",
      label: LocalizedText(["en": "yes", "de": "ja", "fr": "oui", "es": "sí", "pt": "sim"])
    ),
    Choice(
      value: "no",
      label: LocalizedText(["en": "no", "de": "nein", "fr": "non", "es": "no", "pt": "não"])
    ),
  ]
}
