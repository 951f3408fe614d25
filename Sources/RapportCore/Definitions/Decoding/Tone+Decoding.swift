import JSONLogic

extension Tone {
  init(_ fields: Fields, id: ID) {
    self.init(id: id, name: fields.required("name", fields.plainText) ?? id.rawValue)
    revision = fields.integer("revision", in: 1...1_000_000) ?? 1
    voice = fields.voice("voice")
    address = fields.byLanguage("address", "text") { value, _ in value.stringValue } ?? [:]
    say = fields.lists("say")
    avoid = fields.lists("avoid")
    bannedWords = fields.lists("bannedWords")
    maxSentenceWords = fields.integer("maxSentenceWords", in: 1...1000)
    phrases = fields.phrases("phrases")
    channels = Self.channels(fields)
    waived = fields.objects("waive").compactMap { Waiver($0) }
    _ = (fields.plainText("summary"), fields.text("owner"))
    fields.finish()
  }

  private static func channels(_ fields: Fields) -> [Channel: Variant] {
    guard let channels = fields.nested("channels") else { return [:] }
    var result: [Channel: Variant] = [:]
    for channel in Channel.allCases {
      guard let fields = channels.nested(channel.rawValue) else { continue }
      var variant = Variant()
      variant.phrases = fields.phrases("phrases")
      variant.voice = fields.voice("voice")
      fields.finish()
      result[channel] = variant
    }
    channels.finish()
    return result
  }
}

extension Fields {
  /// Phrases by language, then by name.
  fileprivate func phrases(_ key: String) -> [String: [String: String]] {
    guard has(key) else {
      _ = value(key)
      return [:]
    }
    return byLanguage(key, "an object of phrases") { value, place in
      value.objectValue.map { object in
        var phrases: [String: String] = [:]
        for (name, phrase) in object {
          if let text = phrase.stringValue {
            phrases[name] = text
          } else {
            self.wrongType(place.appending(name), phrase, "text")
          }
        }
        return phrases
      }
    } ?? [:]
  }
}
