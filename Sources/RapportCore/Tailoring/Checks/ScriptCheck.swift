/// Judges the words of scripts, tones and offers as they would be said.
///
/// Each text is read over values that stand in for real ones, in every language it has, for every tone
/// that its segments get in its channels. What no tone may contain (a banned word, a sentence that is too
/// long for all of them) is a problem; what only some tones would like otherwise is a hint. Bands and
/// limits are those of `Threshold` and of the tones; the word lists are `LexiconTable`'s.
///
/// Making one prepares the tones of a store; a script then takes about a millisecond, also one that is not
/// saved yet.
package struct ScriptCheck: Sendable {
  let definitions: Definitions
  let resolver: ToneResolver
  let intents: [Intent.ID: Intent]
  private let library: PhraseLibrary
  private let speakers: [Intent.ID: [Speaker]]
  private let standard: [Speaker]
  private let lexicons: [String: Lexicon]
  private let toneWords: [String: PhraseIndex<ToneWord>]
  private let phrases: [PhraseKey: [String: Int]]

  /// Words that a tone does without.
  struct ToneWord: Sendable {
    var tone: Tone.ID
    /// Else they are to be avoided.
    var isBanned: Bool
  }

  private struct PhraseKey: Hashable {
    var tone: Tone.ID
    var channel: Channel
    var language: String
  }

  /// Prepares the tones of a store.
  package init(_ definitions: Definitions) {
    self.definitions = definitions
    let resolver = ToneResolver(definitions)
    self.resolver = resolver
    intents = Dictionary(definitions.intents.map { ($0.id, $0) }) { first, _ in first }
    library = PhraseLibrary(definitions.tones)
    func all(_ intent: Intent.ID?) -> [Speaker] {
      Channel.allCases.flatMap {
        Speaker.all(of: definitions, resolver, channel: $0, intent: intent)
      }
    }
    speakers = Dictionary(definitions.intents.map { ($0.id, all($0.id)) }) { first, _ in first }
    standard = all(nil)
    lexicons = Dictionary(
      uniqueKeysWithValues: LexiconTable.all.keys.compactMap { language in
        Lexicon(language).map { (language, $0) }
      }
    )
    let languages = Set(definitions.scripts.flatMap { $0.steps.flatMap(\.text.texts.keys) })
      .union(definitions.tones.flatMap { Array($0.phrases.keys) + Array($0.bannedWords.keys) })
    toneWords = Dictionary(
      uniqueKeysWithValues: languages.map { ($0, Self.index(definitions.tones, language: $0)) }
    )
    var phrases: [PhraseKey: [String: Int]] = [:]
    for language in languages {
      for tone in definitions.tones + [resolver.standard] {
        for channel in Channel.allCases {
          let key = PhraseKey(tone: tone.id, channel: channel, language: language)
          if phrases[key] == nil { phrases[key] = Self.lengths(key, tone, resolver, library) }
        }
      }
    }
    self.phrases = phrases
  }

  /// What is wrong with the words of a script, without what it accepts itself; in the order of the file.
  package func findings(of script: Script) -> [Problem] {
    all(of: script).filter { problem in !script.waived.contains { $0.covers(problem) } }
  }

  /// What is wrong with the phrases of a tone, without what it accepts itself.
  package func findings(of tone: Tone) -> [Problem] {
    all(of: tone).filter { problem in !tone.waived.contains { $0.covers(problem) } }
  }

  /// What is wrong with the words of an offer, without what it accepts itself.
  package func findings(of service: Service) -> [Problem] {
    all(of: service).filter { problem in !service.waived.contains { $0.covers(problem) } }
  }

  /// Everything about all scripts, tones, offers and reasons, whether it is accepted or not.
  ///
  /// What would be shorter for a strict tone is told once for the tone instead of for every script.
  func all() -> [Problem] {
    var problems: [Problem] = []
    var strict: [ScriptReview.Strict] = []
    for script in definitions.scripts {
      let review = ScriptReview(self, script)
      strict += review.languages.compactMap(review.strict)
      problems += review.judged.filter { $0.finding != .longSentence || $0.severity != .hint }
    }
    return problems + strictTones(strict) + definitions.tones.flatMap(all)
      + definitions.services.flatMap(all) + jokes() + alwaysSteps()
  }

  private func strictTones(_ all: [ScriptReview.Strict]) -> [Problem] {
    Dictionary(grouping: all, by: \.tone).compactMap { tone, strict in
      guard let worst = strict.first, tone != resolver.standard.id else { return nil }
      var problem = Problem(
        .hint,
        at: Place(file: "tones/\(tone).json", pointer: "/maxSentenceWords"),
        "\(strict.reduce(0) { $0 + $1.count }) sentences of scripts that it says have more than its "
          + "\(worst.limit) words, such as \"\(worst.quote)\"",
        remedy: "write scripts for it alone, or allow it longer ones",
        finding: .longSentence
      )
      problem.quote = worst.quote
      return problem
    }
  }

  // MARK: what is prepared

  /// Those who say a script, in all its channels.
  func speakers(of script: Script) -> [Speaker] {
    (speakers[script.intent] ?? standard).filter { script.serves($0.channel) && $0.says(script) }
  }

  /// Everyone, whatever the reason.
  var everyone: [Speaker] { standard }

  func speakers(of intent: Intent.ID) -> [Speaker] { speakers[intent] ?? standard }

  func lexicon(_ language: String) -> Lexicon? { lexicons[LocalizedText.base(of: language)] }

  func toneWords(_ language: String) -> PhraseIndex<ToneWord> {
    toneWords[language] ?? Self.index(definitions.tones, language: language)
  }

  /// The lengths in words of the phrases that a tone has in a channel, by name.
  func phrases(of tone: Tone, _ channel: Channel, _ language: String) -> [String: Int] {
    let key = PhraseKey(tone: tone.id, channel: channel, language: language)
    return phrases[key] ?? Self.lengths(key, tone, resolver, library)
  }

  private static func index(_ tones: [Tone], language: String) -> PhraseIndex<ToneWord> {
    var index = PhraseIndex<ToneWord>()
    let base = LocalizedText.base(of: language)
    for tone in tones {
      for phrase in tone.bannedWords[language] ?? tone.bannedWords[base] ?? [] {
        index.add(phrase, meaning: ToneWord(tone: tone.id, isBanned: true), language: language)
      }
      for phrase in tone.avoid[language] ?? tone.avoid[base] ?? [] {
        index.add(phrase, meaning: ToneWord(tone: tone.id, isBanned: false), language: language)
      }
    }
    return index
  }

  private static func lengths(
    _ key: PhraseKey,
    _ tone: Tone,
    _ resolver: ToneResolver,
    _ library: PhraseLibrary
  ) -> [String: Int] {
    let resolved = resolver.localize(
      ToneChoice(tone: tone, from: nil),
      language: key.language,
      channel: key.channel,
      mood: .calm
    )
    let sources = resolved.phrases
    return sources.compactMapValues { source in
      library[source].map { template in
        SpokenText.words(template, language: key.language) { sources[$0].flatMap { library[$0] } }
          .words.count
      }
    }
  }
}
