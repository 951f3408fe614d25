import JSONLogic

extension Fields {
  /// Text that is not blank.
  func text(_ key: String) -> String? {
    guard let text = value(key, "text", { $0.stringValue }) else { return nil }
    if text.allSatisfy(\.isWhitespace) {
      note(key, "\"\(key)\" is blank")
      return nil
    }
    return text
  }

  func bool(_ key: String) -> Bool? { value(key, "true or false") { $0.boolValue } }

  func number(_ key: String) -> Double? { value(key, "a number") { $0.doubleValue } }

  func integer(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? {
    guard let value = value(key, "a whole number", { $0.intValue }) else { return nil }
    if let range, !range.contains(value) {
      note(key, "\(value) is out of range", remedy: "\(range.lowerBound) to \(range.upperBound)")
      return min(range.upperBound, max(range.lowerBound, value))
    }
    return value
  }

  func date(_ key: String) -> CalendarDate? {
    value(key, "a date such as \"2027-01-31\"") {
      $0.stringValue.flatMap { CalendarDate(parsing: $0) }
    }
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String,
    _ type: Word.Type = Word.self
  ) -> Word? where Word.RawValue == String {
    guard let text = text(key) else { return nil }
    return word(text, at: pointer.appending(key))
  }

  func words<Word: RawRepresentable & CaseIterable>(
    _ key: String,
    _ type: Word.Type = Word.self
  ) -> [Word] where Word.RawValue == String {
    items(key).compactMap { item, place in
      guard let text = item.stringValue else {
        wrongType(place, item, "text")
        return nil
      }
      return word(text, at: place)
    }
  }

  /// The word that `text` is, or a problem that lists what it could be.
  func word<Word: RawRepresentable & CaseIterable>(
    _ text: String,
    at place: JSONPointer,
    _ type: Word.Type = Word.self
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let all = Word.allCases.map(\.rawValue)
    let remedy =
      SpellingSuggestion.question(text, among: all)
      ?? "known are \(all.joined(separator: ", "))"
    note(at: place, "unknown word \"\(text)\"", remedy: remedy)
    return nil
  }

  /// An id of another definition; whether there is one of that id is checked by `StoreCheck`.
  func id<Subject>(_ key: String, of type: Subject.Type = Subject.self) -> Identifier<Subject>? {
    text(key).map { Identifier($0) }
  }

  func ids<Subject>(_ key: String, of type: Subject.Type = Subject.self) -> [Identifier<Subject>] {
    strings(key).map { Identifier($0) }
  }

  /// A list of texts; a text in several languages counts as its text in the store's.
  func strings(_ key: String) -> [String] {
    items(key).compactMap { item, place in
      if let text = plain(item) { return text }
      wrongType(place, item, "text")
      return nil
    }
  }

  /// One text; where it is in several languages, the one in the store's.
  func plainText(_ key: String) -> String? {
    if case .object? = object[key] { return localized(key)?.text(preferring: [language]) }
    return text(key)
  }

  private func plain(_ value: JSON) -> String? {
    if let text = value.stringValue { return text }
    let texts = value.objectValue?.compactMap { key, value in value.stringValue.map { (key, $0) } }
    guard let texts, !texts.isEmpty else { return nil }
    return LocalizedText(Dictionary(texts) { first, _ in first }).text(preferring: [language])
  }

  /// `{"en": "...", "de": "..."}`, or plain text in the store's language.
  func localized(_ key: String) -> LocalizedText? {
    guard let value = value(key) else { return nil }
    if let text = value.stringValue { return LocalizedText([language: text]) }
    guard let texts = byLanguage(key, "text", read: { text, _ in text.stringValue }) else {
      return nil
    }
    return LocalizedText(texts)
  }

  /// `{"en": ["...", "..."]}`, or a plain list in the store's language.
  func lists(_ key: String) -> [String: [String]] {
    guard let value = value(key) else { return [:] }
    if value.arrayValue != nil { return [language: strings(key)] }
    return byLanguage(key, "a list of texts") { value, place in
      value.arrayValue.map { items in
        items.enumerated().compactMap { position, item in
          if item.stringValue == nil {
            self.wrongType(place.appending(position), item, "text")
          }
          return item.stringValue
        }
      }
    } ?? [:]
  }

  /// The values of an object whose keys are languages.
  func byLanguage<Value>(
    _ key: String,
    _ expected: String,
    read: (JSON, JSONPointer) -> Value?
  ) -> [String: Value]? {
    guard let object = value(key, "an object by language", { $0.objectValue }) else { return nil }
    var result: [String: Value] = [:]
    for (tag, value) in object {
      let place = pointer.appending(key).appending(tag)
      if !LanguageTag.isWellFormed(tag) {
        note(at: place, "\"\(tag)\" is no language tag", remedy: "such as \"en\" or \"de-AT\"")
      } else if let text = read(value, place) {
        result[tag] = text
      } else {
        wrongType(place, value, expected)
      }
    }
    return result
  }

  /// A rule, or the first reason why it cannot be used; all of them are noted.
  func rule(_ key: String) -> (rule: Rule?, broken: Problem?) {
    guard let value = value(key) else { return (nil, nil) }
    let problems = Rule.validate(value, operations: RuleOperations.names).map { problem in
      note(
        at: pointer.appending(key).appending(problem.pointer),
        problem.reason,
        remedy: problem.remedy
      )
    }
    do throws(RuleError) {
      return (try Rule(value, operations: RuleOperations.names), nil)
    } catch {
      return (nil, problems.first ?? Problem(.error, at: place(key), error.description))
    }
  }

  /// How far each dimension of a voice is moved.
  func dimensions(_ key: String) -> [Voice.Dimension: Int] {
    guard let fields = nested(key) else { return [:] }
    var result: [Voice.Dimension: Int] = [:]
    for dimension in Voice.Dimension.allCases {
      result[dimension] = fields.integer(dimension.rawValue, in: -2...2)
    }
    fields.finish()
    return result
  }

  func voice(_ key: String) -> Voice {
    var voice = Voice()
    for (dimension, setting) in dimensions(key) { voice[dimension] = setting }
    return voice
  }
}
