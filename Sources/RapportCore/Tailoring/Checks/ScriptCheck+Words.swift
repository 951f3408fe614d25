extension ScriptCheck {
  /// Gathers what is wrong with some texts of one file.
  struct Review {
    let check: ScriptCheck
    let file: String
    /// Who says the texts.
    var speakers: [Speaker]
    private(set) var problems: [Problem] = []

    init(_ check: ScriptCheck, file: String, speakers: [Speaker]) {
      self.check = check
      self.file = file
      self.speakers = speakers
    }

    mutating func find(
      _ finding: Finding,
      as severity: Problem.Severity = .warning,
      at pointer: String,
      quote: String? = nil,
      _ message: String,
      _ remedy: String
    ) {
      let place = Place(file: file, pointer: pointer)
      var problem = Problem(severity, at: place, message, remedy: remedy, finding: finding)
      problem.quote = quote
      problems.append(problem)
    }

    // MARK: single words

    /// What must not be said at all, and what puts people off.
    mutating func checkWords(_ text: SpokenText) {
      var seen: Set<String> = []
      for prose in text.variants {
        let taken = checkToneWords(prose, text, &seen)
        guard let lexicon = check.lexicon(text.language) else { continue }
        let acts = lexicon.acts(in: prose)
        let dated = Set(acts.lazy.filter { $0.meaning == .time }.map(\.sentence))
        for act in acts where !act.words.contains(where: taken.contains) {
          guard !(act.meaning == .vague && dated.contains(act.sentence)),
            let kind = kind(of: act, prose), seen.insert(act.quote.lowercased()).inserted
          else { continue }
          find(kind.0, at: text.pointer, quote: act.quote, "\"\(act.quote)\" \(kind.1)", kind.2)
        }
        checkFormality(prose, text, lexicon, acts, &seen)
      }
    }

    private func kind(
      of act: PhraseIndex<Lexicon.Act>.Match,
      _ prose: Prose
    ) -> (Finding, String, String)? {
      switch act.meaning {
      case .negative:
        return (.negative, "puts customers off", "say what will happen, or what you can do")
      case .promise:
        return (.promise, "promises what nobody can be sure of", "say what will be done")
      case .vague:
        let sentence = prose.sentences[act.sentence]
        if prose.words(of: sentence).contains(where: \.isFigure) { return nil }
        return (.vague, "does not say when", "name a day, or how long it takes")
      default: return nil
      }
    }

    /// Answers the words that are named already.
    private mutating func checkToneWords(
      _ prose: Prose,
      _ text: SpokenText,
      _ seen: inout Set<String>
    ) -> Set<Int> {
      var taken: Set<Int> = []
      var tones: [String: [Bool: Set<Tone.ID>]] = [:]
      var order: [String] = []
      let spoken = Set(speakers.map(\.tone.id))
      for match in check.toneWords(text.language).matches(in: prose)
      where spoken.contains(match.meaning.tone) {
        taken.formUnion(match.words)
        if tones[match.quote] == nil { order.append(match.quote) }
        tones[match.quote, default: [:]][match.meaning.isBanned, default: []]
          .insert(match.meaning.tone)
      }
      for quote in order where seen.insert(quote.lowercased()).inserted {
        let (banned, avoided) = (tones[quote]?[true] ?? [], tones[quote]?[false] ?? [])
        let isBanned = !banned.isEmpty
        let names = (isBanned ? banned : avoided).map(\.rawValue).sorted().inWords
        find(
          isBanned ? .bannedWord : .avoidedPhrase,
          as: isBanned ? .error : .warning,
          at: text.pointer,
          quote: quote,
          "\"\(quote)\" is \(isBanned ? "banned" : "to be avoided") in the tone\(names.contains(" ") ? "s" : "") \(names)",
          "say it in other words"
        )
      }
      return taken
    }

    // MARK: formality and enthusiasm

    private mutating func checkFormality(
      _ prose: Prose,
      _ text: SpokenText,
      _ lexicon: Lexicon,
      _ acts: [PhraseIndex<Lexicon.Act>.Match],
      _ seen: inout Set<String>
    ) {
      let formal = speakers.filter { $0.voice[.formality] > 0 }
      guard !formal.isEmpty else { return }
      let familiar =
        lexicon.contractions(in: prose) + acts.filter { $0.meaning == .slang }.map(\.words)
      for words in familiar {
        let quote = prose.quote(words: words)
        guard seen.insert(quote.lowercased()).inserted else { continue }
        find(
          .informal,
          at: text.pointer,
          quote: quote,
          "\"\(quote)\" is too familiar where the tone is \(formal.names)",
          "write it out"
        )
      }
    }

    // MARK: sentences

    /// Length and exclamation marks.
    mutating func checkSentences(_ text: SpokenText) {
      guard let prose = text.variants.max(by: { $0.words.count < $1.words.count }) else { return }
      let limit = loosestLimit
      let cool = speakers.filter { $0.voice[.enthusiasm] < 0 }
      var seen: Set<String> = []
      for sentence in prose.sentences
      where sentence.words.count > limit.words || sentence.exclamations > 0 {
        let quote = prose.quote(sentence.range)
        guard seen.insert(quote).inserted else { continue }
        if sentence.words.count > limit.words {
          find(
            .longSentence,
            at: text.pointer,
            quote: quote,
            "a sentence of \(sentence.words.count) words: \"\(quote)\"",
            "make two of it; at most \(limit.words)\(limit.whose)"
          )
        }
        if sentence.exclamations > 1 {
          find(
            .exclamations,
            at: text.pointer,
            quote: quote,
            "\(sentence.exclamations) exclamation marks: \"\(quote)\"",
            "one is enough"
          )
        } else if sentence.exclamations == 1, !cool.isEmpty {
          find(
            .exclamations,
            at: text.pointer,
            quote: quote,
            "an exclamation mark where the tone is matter-of-fact (\(cool.names)): \"\(quote)\"",
            "end with a full stop"
          )
        }
      }
    }

    /// The most words that any of the tones allows a sentence.
    private var loosestLimit: (words: Int, whose: String) {
      let standard = Int(check.definitions.settings[.sentenceWords])
      let loosest = speakers.max { limit(of: $0) < limit(of: $1) }
      guard let loosest, loosest.tone.maxSentenceWords != nil else { return (standard, "") }
      return (limit(of: loosest), " in the tone \(loosest.tone.id)")
    }

    func limit(of speaker: Speaker) -> Int {
      speaker.tone.maxSentenceWords ?? Int(check.definitions.settings[.sentenceWords])
    }
  }
}

extension Prose.Word {
  /// A number, or a value that will stand there.
  fileprivate var isFigure: Bool {
    folded.unicodeScalars.contains { ("0"..."9").contains($0) || $0 == Prose.blank }
  }
}
