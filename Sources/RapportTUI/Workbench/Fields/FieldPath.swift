import JSONLogic
import RapportCore

/// Where in a definition the value of a field is; a part of the way may be the language.
struct FieldPath: Hashable, Sendable {
  /// Nil stands for the language.
  private let tokens: [String?]

  init(_ tokens: String...) { self.tokens = tokens }

  private init(tokens: [String?]) { self.tokens = tokens }

  /// The same in one of the languages: `title` becomes `title/en`.
  var byLanguage: FieldPath { FieldPath(tokens: tokens + [nil]) }

  func appending(_ keys: String...) -> FieldPath {
    FieldPath(tokens: tokens + keys.map(Optional.some))
  }

  var isByLanguage: Bool { tokens.contains(nil) }

  func pointer(_ language: String) -> JSONPointer { JSONPointer(tokens.map { $0 ?? language }) }

  /// What stands before the language.
  private var stem: JSONPointer { JSONPointer(tokens.prefix { $0 != nil }.compactMap(\.self)) }

  /// A text or a list that is not by language is in the store's.
  private func isPlain(_ object: JSON) -> Bool {
    guard tokens.last == .some(nil), let value = object[stem] else { return false }
    return value.objectValue == nil
  }

  func value(in object: JSON, language: String, store: String) -> JSON? {
    if isPlain(object) { return language == store ? object[stem] : nil }
    return object[pointer(language)]
  }

  func set(_ value: JSON?, in object: JSON, language: String, store: String) -> JSON {
    guard isPlain(object) else { return object.setting(value, at: pointer(language)) }
    guard language != store else { return object.setting(value, at: stem) }
    guard let value, let plain = object[stem] else { return object }
    return object.setting(.object(JSONObject([(key: store, value: plain)])), at: stem)
      .setting(value, at: pointer(language))
  }

  /// The languages in which there is a value.
  func languages(in object: JSON, among languages: [String], store: String) -> [String] {
    languages.filter { value(in: object, language: $0, store: store) != nil }
  }

  /// How many tokens of a problem's place lead to this field, and in which language; nil where the
  /// place is somewhere else.
  func match(_ place: JSONPointer) -> (depth: Int, language: String?)? {
    var language: String?
    for (index, token) in tokens.enumerated() {
      guard index < place.tokens.count else {
        // The place is above: a text that is missing in every language.
        return tokens[index...].allSatisfy { $0 == nil } ? (index, nil) : nil
      }
      if let token {
        guard token == place.tokens[index] else { return nil }
      } else {
        language = place.tokens[index]
      }
    }
    return (tokens.count, language)
  }
}
