import JSONLogic

/// The parts of a name that a record has; any of them may be missing, none has a required form.
package struct PersonName: Hashable, Sendable {
  package var full: String?
  package var given: String?
  package var family: String?
  package var preferred: String?
  /// `Frau`, `Dr.`, `Ms`.
  package var salutation: String?

  /// Reads an object of parts, or plain text as the full name.
  ///
  /// Blank parts count as missing.
  init(_ value: JSON?) {
    if let text = value?.stringValue {
      full = text.nonBlank
      return
    }
    full = value?["full"]?.stringValue?.nonBlank
    given = value?["given"]?.stringValue?.nonBlank
    family = value?["family"]?.stringValue?.nonBlank
    preferred = value?["preferred"]?.stringValue?.nonBlank
    salutation = value?["salutation"]?.stringValue?.nonBlank
  }

  /// The full name, else its parts in the order of the language, else what the person is called.
  package func displayed(language: String?) -> String? {
    if let full { return full }
    let familyFirst = ["zh", "ja", "ko", "hu", "vi"]
      .contains(language.map(LocalizedText.base(of:)) ?? "")
    let parts = (familyFirst ? [family, given] : [given, family]).compactMap(\.self)
    return parts.isEmpty ? preferred : parts.joined(separator: " ")
  }
}

extension String {
  /// The text without space around it; nil where nothing is left.
  var nonBlank: String? {
    let trimmed = trimmingSpace
    return trimmed.isEmpty ? nil : trimmed
  }

  var trimmingSpace: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
