import Synchronization

/// Tells whether a text says sorry in words: those of its language, or the tone's own.
struct ApologyWords: Sendable {
  private let usual: PhraseIndex<Void>
  private let own: PhraseIndex<Void>

  /// `phrase` is the apology of the tone.
  init(_ language: String, phrase: Template) {
    let base = LocalizedText.base(of: language)
    usual = Self.usual(base)
    var own = PhraseIndex<Void>()
    let prose = SpokenText.words(phrase, language: base) { _ in Template(empty: .tone) }
    for sentence in prose.sentences {
      own.add(prose.text(of: sentence), meaning: (), language: base)
    }
    self.own = own
  }

  func stand(in prose: Prose) -> Bool {
    !usual.matches(in: prose).isEmpty || !own.matches(in: prose).isEmpty
  }

  private static let made = Mutex<[String: PhraseIndex<Void>]>([:])

  private static func usual(_ language: String) -> PhraseIndex<Void> {
    if let known = made.withLock({ $0[language] }) { return known }
    var index = PhraseIndex<Void>()
    for phrase in LexiconTable.all[language]?.apologies ?? [] {
      index.add(phrase, meaning: (), language: language)
    }
    made.withLock { [index] in $0[language] = index }
    return index
  }
}
