/// What the words of one language do in a conversation, as far as checks look for it.
struct Lexicon: Sendable {
  enum Act: Sendable, Hashable {
    case greeting, farewell
    /// Says sorry, or shows that the customer was heard.
    case acknowledgement
    /// Puts customers off, by what service research says to avoid.
    case negative
    /// Promises what nobody can be sure of.
    case promise
    /// Says when, without saying when.
    case vague
    /// Says when.
    case time
    /// Too familiar for a formal tone.
    case slang
    /// Holds words of another kind without meaning them: `as soon as` says when.
    case harmless
  }

  let language: String
  private let acts: PhraseIndex<Act>
  private let instructions: Set<String>
  private let requests: PhraseIndex<Void>

  /// Nil for a language that there are no tables of.
  init?(_ language: String) {
    let base = LocalizedText.base(of: language)
    guard let table = LexiconTable.all[base] else { return nil }
    self.language = base
    var acts = PhraseIndex<Act>()
    for (act, phrases) in table.acts {
      for phrase in phrases { acts.add(phrase, meaning: act, language: base) }
    }
    for phrase in table.apologies { acts.add(phrase, meaning: .acknowledgement, language: base) }
    self.acts = acts
    instructions = Set(table.instructions)
    var requests = PhraseIndex<Void>()
    for phrase in table.requests { requests.add(phrase, meaning: (), language: base) }
    self.requests = requests
  }

  /// What stands in a text, in its order; of words that are part of a longer phrase only that one.
  func acts(in prose: Prose) -> [PhraseIndex<Act>.Match] {
    let all = acts.matches(in: prose)
    guard all.count > 1 else { return all }
    var widest: [Int: Int] = [:]
    for match in all {
      for word in match.words { widest[word] = max(widest[word] ?? 0, match.words.count) }
    }
    return all.filter { match in
      match.words.contains { widest[$0] == match.words.count }
    }
  }

  /// The sentences that tell the customer to do something: those that begin with a request (`please`,
  /// `could you`), or with the verb itself.
  func instructions(in prose: Prose) -> [Int] {
    let asked = Set(requests.matches(in: prose).map(\.words.lowerBound))
    return prose.sentences.indices.filter { position in
      let words = prose.sentences[position].words
      guard let first = words.first else { return false }
      return asked.contains(first) || instructions.contains(prose.words[first].folded)
    }
  }

  /// Words drawn together, as in talk: `don't`, `geht's`; `bank's` is none.
  func contractions(in prose: Prose) -> [Range<Int>] {
    prose.words.indices.filter { isContraction(prose.words[$0].folded) }.map { $0..<$0 + 1 }
  }

  private func isContraction(_ word: String) -> Bool {
    guard let mark = word.utf8.firstIndex(of: UInt8(ascii: "'")) else { return false }
    let (stem, ending) = (word[..<mark], word[mark...])
    switch language {
    case "en":
      if stem.hasSuffix("n"), ending == "'t" { return true }
      if ["'re", "'ve", "'ll", "'d", "'m"].contains(ending) { return true }
      return ending == "'s" && LexiconTable.pronouns.contains(String(stem))
    case "de": return ["'s", "'n", "'ne", "'nen"].contains(ending) && stem.utf8.count > 1
    default: return false  // an apostrophe is no mark of talk there: l'adresse
    }
  }
}
