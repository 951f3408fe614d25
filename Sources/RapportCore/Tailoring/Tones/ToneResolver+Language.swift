extension ToneResolver {
  /// Puts a choice into the words of one language.
  ///
  /// A phrase comes from the tone (its channel's first), else from the store's default tone in that
  /// language; never from another language.
  package func localize(
    _ choice: ToneChoice,
    language: String,
    channel: Channel,
    mood: Mood
  ) -> ResolvedTone {
    let tone = choice.tone
    let phrases =
      choice.isOfStore
      ? phraseBook.phrases(tone.id, language, channel) {
        self.phrases(of: tone, language, channel)
      } : self.phrases(of: tone, language, channel)
    let address = tone.address[language] ?? tone.address[LocalizedText.base(of: language)]
    var resolved = ResolvedTone(
      tone: tone,
      from: choice.from,
      overruled: choice.overruled,
      voice: choice.voice,
      adjustments: choice.adjustments,
      language: language,
      address: address,
      say: tone.say.list(in: language),
      avoid: tone.avoid.list(in: language),
      bannedWords: tone.bannedWords.list(in: language),
      phrases: phrases,
      words: []
    )
    resolved.prospects = choice.prospects
    resolved.words = ToneWords.words(for: resolved, mood: mood)
    return resolved
  }

  private func phrases(
    of tone: Tone,
    _ language: String,
    _ channel: Channel
  ) -> [String: String] {
    var phrases: [String: String] = [:]
    for source in [standard, tone] {
      phrases.merge(source.phrases.entries(in: language)) { _, new in new }
      if let variant = source.channels[channel] {
        phrases.merge(variant.phrases.entries(in: language)) { _, new in new }
      }
    }
    return phrases
  }

  /// Whether the tone or the store's default has anything to say in the language.
  package func speaks(_ language: String, _ choice: ToneChoice) -> Bool {
    [choice.tone, standard].contains { tone in
      !tone.phrases.entries(in: language).isEmpty || !tone.say.list(in: language).isEmpty
    }
  }
}

extension [String: [String: String]] {
  /// The entries of the language that are not blank; those of its base fill the gaps.
  fileprivate func entries(in language: String) -> [String: String] {
    let base = LocalizedText.base(of: language)
    let general = base == language ? [:] : self[base] ?? [:]
    return general.merging(self[language] ?? [:]) { general, new in new.isBlank ? general : new }
      .filter { !$0.value.isBlank }
  }
}

extension [String: [String]] {
  fileprivate func list(in language: String) -> [String] {
    self[language] ?? self[LocalizedText.base(of: language)] ?? []
  }
}
