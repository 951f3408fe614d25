/// Whether a script greets, shows that it heard, and fits the voices that say it.
extension ScriptReview {
  /// A script that never greets or never says goodbye, where its tones have words for it.
  mutating func checkGreetings() {
    // A public answer is no call.
    guard Channel.allCases.contains(where: { $0 != .social && script.serves($0) }) else { return }
    let kinds: [(phrase: String, act: Lexicon.Act, finding: Finding, words: String)] = [
      ("greeting", .greeting, .noGreeting, "never greets"),
      ("closing", .farewell, .noClosing, "never says goodbye"),
    ]
    for (phrase, act, finding, words) in kinds {
      let without = languages.filter { language in
        let said = said(in: language)
        let canSay = speakers.contains {
          check.phrases(of: $0.tone, $0.channel, language)[phrase] != nil
        }
        return canSay && !said.isEmpty
          && !said.contains { $0.partials.contains(phrase) || does(act, $0) }
      }
      guard !without.isEmpty else { continue }
      review.find(
        finding,
        at: "/steps",
        "it \(words) (\(without.inWords))",
        "put {{> \(phrase)}} where it belongs"
      )
    }
  }

  private func does(_ act: Lexicon.Act, _ text: SpokenText) -> Bool {
    guard let lexicon = check.lexicon(text.language) else { return false }
    return lexicon.acts(in: text.prose).contains { $0.meaning == act }
  }

  // MARK: acknowledgement

  /// A complaint, or a bereavement: a mood in which a customer wants to be heard first.
  private var isHard: Bool {
    check.intents[script.intent]?.mood.map(ScriptCheck.hardMoods.contains) ?? false
  }

  /// Shows that the customer was heard, and does so before telling them what to do.
  mutating func checkAcknowledgement() {
    let isWarm = !speakers.isEmpty && speakers.allSatisfy { $0.voice[.empathy] > 0 }
    guard isHard || isWarm else { return }
    for language in languages {
      guard let lexicon = check.lexicon(language) else { continue }
      let said = said(in: language)
      let heard = said.lazy.compactMap { text in Self.acknowledgement(text, lexicon) }.first
      if heard == nil, isHard {
        review.find(
          .noAcknowledgement,
          at: "/steps",
          "nothing in \"\(language)\" shows that the customer was heard",
          "put {{> apology}} before anything else, or say what you understood"
        )
        continue
      }
      guard let told = instruction(in: said, lexicon) else { continue }
      let isLate = heard.map { told.place < $0 } ?? true
      guard isLate, heard != nil || isHard else { continue }
      review.find(
        .lateAcknowledgement,
        as: isHard ? .warning : .hint,
        at: told.text.pointer,
        quote: told.quote,
        "\"\(told.quote)\" tells the customer what to do before anything shows that they were heard",
        "say {{> apology}} or what you understood first"
      )
    }
  }

  /// Where in a script something stands: the step, and the sentence in it.
  private typealias Position = (step: Int, sentence: Int)

  private static func acknowledgement(_ text: SpokenText, _ lexicon: Lexicon) -> Position? {
    guard let step = text.step else { return nil }
    let prose = text.prose
    let sentence = lexicon.acts(in: prose).first { $0.meaning == .acknowledgement }?.sentence
    return [sentence, prose.apologies.first].compactMap(\.self).min().map { (step, $0) }
  }

  /// The first sentence that tells the customer to do something; who they are may be asked before.
  private func instruction(
    in said: [SpokenText],
    _ lexicon: Lexicon
  ) -> (place: Position, text: SpokenText, quote: String)? {
    for text in said {
      guard let step = text.step, script.steps[step].kind != .verify,
        let sentence = lexicon.instructions(in: text.prose).first
      else { continue }
      let quote = text.prose.quote(text.prose.sentences[sentence].range)
      return ((step, sentence), text, quote)
    }
    return nil
  }

  // MARK: voice

  /// Whether the words carry the voice, where all who say them have the same.
  mutating func checkVoice() {
    guard let first = speakers.first else { return }
    for language in languages {
      guard let lexicon = check.lexicon(language) else { continue }
      let said = said(in: language)
      let words = said.reduce(0) { $0 + $1.prose.words.count }
      guard words >= ReadingEase.fewestWords else { continue }
      let contractions = said.reduce(0) { $0 + lexicon.contractions(in: $1.prose).count }
      let isFrequent = 100 * contractions >= 6 * words
      if lexicon.language == "en" {
        let neutral = speakers.filter { $0.voice[.formality] == 0 }
        if isFrequent, !neutral.isEmpty {
          hint(
            "\(contractions) of \(words) words are contractions, where the tone is \(neutral.names)",
            "fewer than 6 of 100 sound neutral",
            said
          )
        }
        if !isFrequent, speakers.allSatisfy({ $0.voice[.formality] < 0 }), !script.segments.isEmpty
        {
          hint(
            "\(contractions) of \(words) words are contractions, where every tone is casual",
            "about 6 of 100 sound casual",
            said
          )
        }
      }
      let sentences = said.reduce(0) { $0 + $1.prose.sentences.count }
      let marks = said.reduce(0) { $0 + $1.prose.sentences.count { $0.exclamations > 0 } }
      if speakers.allSatisfy({ $0.voice[.enthusiasm] == 2 }), 10 * marks < 3 * sentences {
        hint(
          "\(marks) of \(sentences) sentences end with an exclamation mark, and the tone "
            + "\(first.tone.id) is enthusiastic",
          "about every third sounds enthusiastic",
          said
        )
      }
    }
  }

  private mutating func hint(_ message: String, _ remedy: String, _ said: [SpokenText]) {
    guard let text = said.first(where: { !$0.prose.words.isEmpty }) else { return }
    let quote = text.prose.quote
    review.find(.voice, as: .hint, at: text.pointer, quote: quote, message, remedy)
  }
}

extension ScriptCheck {
  /// Moods of reasons in which nothing is funny and being heard comes first.
  static let hardMoods: Set = ["complaint", "distress"]

  /// Reasons that are no laughing matter, for which some tone still is playful.
  func jokes() -> [Problem] {
    definitions.intents.enumerated().compactMap { position, intent in
      guard let mood = intent.mood, Self.hardMoods.contains(mood) else { return nil }
      let playful = speakers(of: intent.id).filter { $0.voice[.humor] > 0 }
      guard !playful.isEmpty else { return nil }
      return Problem(
        .error,
        at: Place(file: "intents.json", pointer: "/\(position)"),
        "the tone \(playful.names) is playful, and \"\(intent.id)\" is a \(mood)",
        remedy: "add \"caps\": {\"humor\": 0}",
        finding: .humor
      )
    }
  }
}
