/// A text for people in one or more languages; a plain JSON string means the store's language.
package struct LocalizedText: Hashable, Sendable {
  /// By BCP 47 tag.
  package var texts: [String: String]

  package init(_ texts: [String: String]) { self.texts = texts }

  /// The text in exactly `language`, else in its base language (`de-AT` -> `de`).
  package func text(in language: String) -> String? {
    texts[language] ?? texts[Self.base(of: language)]
  }

  /// The text in the first of `languages` that there is, else in any, so that a label never vanishes.
  package func text(preferring languages: [String]) -> String? {
    for language in languages {
      if let text = text(in: language) { return text }
    }
    return texts.min { $0.key < $1.key }?.value
  }

  package static func base(of language: String) -> String {
    String(language.prefix { $0 != "-" && $0 != "_" })
  }
}
