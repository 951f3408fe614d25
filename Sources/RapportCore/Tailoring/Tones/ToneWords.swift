/// A tone in a few words for the agent: `first name`, `du`, `short`, `warm`.
package enum ToneWords {
  /// The most useful first: what to do at once, the name, the address, then the settings furthest from
  /// neutral.
  package static func words(for tone: ResolvedTone, mood: Mood) -> [String] {
    var words: [String] = []
    if mood == .upset { words.append("apology first") }
    if let isFormal = tone.formalAddress { words.append(isFormal ? "last name" : "first name") }
    if let address = tone.address, !address.isBlank { words.append(address) }
    let settings = order.filter { dimension in
      // The name and the address say it already, unless it is extreme.
      let isSaid = dimension == .formality && abs(tone.voice[dimension]) < 2
      return tone.voice[dimension] != 0 && !isSaid
    }
    for strength in [2, 1] {
      for dimension in settings where abs(tone.voice[dimension]) == strength {
        let ends = dimension.ends
        words.append(tone.voice[dimension] < 0 ? ends.low : ends.high)
      }
    }
    return words
  }

  /// What a change of a setting does: `shorter`, `more empathy`.
  package static func change(_ dimension: Voice.Dimension, from: Int, to: Int) -> String {
    guard let pair = changes[dimension] else { return dimension.rawValue }
    return to < from ? pair.less : pair.more
  }

  private static let changes: [Voice.Dimension: (less: String, more: String)] = [
    .formality: ("more casual", "more formal"),
    .humor: ("more serious", "more playful"),
    .respect: ("cheekier", "more respectful"),
    .enthusiasm: ("calmer", "more enthusiastic"),
    .empathy: ("more businesslike", "more empathy"),
    .pace: ("slower", "quicker"),
    .detail: ("shorter", "more thorough"),
  ]

  /// The most telling first.
  static let order: [Voice.Dimension] = [
    .detail, .empathy, .pace, .humor, .enthusiasm, .respect, .formality,
  ]
}

extension ResolvedTone {
  /// Whether the customer is addressed formally: by the pronoun where there is one, else by the voice;
  /// nil where both are neutral.
  package var formalAddress: Bool? {
    if let address = address?.lowercased() {
      if Self.formalPronouns.contains(address) { return true }
      if Self.informalPronouns.contains(address) { return false }
    }
    return voice[.formality] == 0 ? nil : voice[.formality] > 0
  }

  private static let formalPronouns: Set = [
    "sie", "vous", "usted", "ustedes", "lei", "u", "pan", "pani", "pan/pani", "você", "o senhor",
    "a senhora", "вы", "ви", "您", "siz", "ön", "maga", "vy", "dumneavoastră",
  ]
  private static let informalPronouns: Set = [
    "du", "ihr", "tu", "tú", "vos", "je", "jij", "ty", "ты", "ти", "你", "sen", "te", "sina", "sinä",
  ]
}
