extension ScriptCheck {
  /// Everything about the words of a script, whether it accepts it or not.
  func all(of script: Script) -> [Problem] { ScriptReview(self, script).judged }
}

/// One script as all who say it would say it.
struct ScriptReview {
  let check: ScriptCheck
  let script: Script
  let speakers: [Speaker]
  /// The subject and all that is said, in the order of the steps.
  let texts: [SpokenText]
  /// Those that have any text, sorted.
  let languages: [String]
  var review: ScriptCheck.Review

  var problems: [Problem] { review.problems }

  /// Everything that is found, in the order of the file.
  var judged: [Problem] {
    var review = self
    review.checkEachText()
    review.checkGreetings()
    review.checkLengths()
    review.checkReading()
    review.checkVoice()
    review.checkAcknowledgement()
    review.checkAsks()
    review.checkPhrases()
    review.checkSocial()
    return review.problems.sorted(by: Problem.isBefore)
  }

  var settings: StoreSettings { check.definitions.settings }

  init(_ check: ScriptCheck, _ script: Script) {
    self.check = check
    self.script = script
    speakers = check.speakers(of: script)
    var texts = script.subject.map { SpokenText.all(of: $0, at: "/subject") } ?? []
    for (position, step) in script.steps.enumerated() where step.kind != .do && !step.isSilent {
      texts += SpokenText.all(of: step.text, step: position, at: "/steps/\(position)/text")
    }
    self.texts = texts
    languages = Set(texts.map(\.language)).sorted()
    review = ScriptCheck.Review(check, file: "scripts/\(script.id).json", speakers: speakers)
  }

  /// What is said by voice or in messages, without the subject.
  func said(in language: String) -> [SpokenText] {
    texts.filter { $0.step != nil && $0.language == language }
  }

  mutating func checkEachText() {
    for text in texts {
      review.checkWords(text)
      if text.step != nil { review.checkSentences(text) }
    }
    for language in languages {
      guard let strict = strict(language) else { continue }
      review.find(
        .longSentence,
        as: .hint,
        at: strict.pointer,
        quote: strict.quote,
        "\(strict.count == 1 ? "one sentence has" : "\(strict.count) sentences have") more than the "
          + "\(strict.limit) words of the tone \(strict.tone), such as \"\(strict.quote)\"",
        "shorten them, or write a script for that tone"
      )
    }
  }

  /// Sentences that are too long for the strictest of the tones, but not for all of them.
  struct Strict {
    var tone: Tone.ID
    var limit: Int
    var count: Int
    /// The longest of them.
    var quote: String
    var pointer: String
  }

  func strict(_ language: String) -> Strict? {
    guard let strictest = speakers.min(by: { review.limit(of: $0) < review.limit(of: $1) }),
      let loosest = speakers.map(review.limit).max()
    else { return nil }
    let limit = review.limit(of: strictest)
    var strict: Strict?
    var most = 0
    for text in said(in: language) {
      for sentence in text.prose.sentences
      where sentence.words.count > limit && sentence.words.count <= loosest {
        let count = (strict?.count ?? 0) + 1
        if sentence.words.count > most {
          most = sentence.words.count
          strict = Strict(
            tone: strictest.tone.id,
            limit: limit,
            count: count,
            quote: text.prose.quote(sentence.range),
            pointer: text.pointer
          )
        } else {
          strict?.count = count
        }
      }
    }
    return strict
  }

  // MARK: lengths

  /// Words a message, a turn, an e-mail; the phrases of the wordiest tone are counted in.
  mutating func checkLengths() {
    for language in languages {
      let said = said(in: language)
      for channel in Channel.allCases where script.serves(channel) {
        let tones = speakers.filter { $0.channel == channel }
        switch channel {
        case .email: checkLength(ofEmail: said, tones, language)
        case .phone: said.forEach { checkLength(ofTurn: $0, tones) }
        case .chat, .social: said.forEach { checkLength(ofMessages: $0, channel) }
        }
      }
    }
  }

  /// The words of a text with the phrases in it, and of which tone these are.
  private func length(_ text: SpokenText, _ speaker: Speaker?) -> Int {
    let own = text.variants.map(\.words.count).max() ?? 0
    guard let speaker, !text.partials.isEmpty else { return own }
    let phrases = check.phrases(of: speaker.tone, speaker.channel, text.language)
    return text.partials.reduce(own) { $0 + (phrases[$1] ?? 1) }
  }

  private mutating func checkLength(ofTurn text: SpokenText, _ tones: [Speaker]) {
    let most = Int(settings[.phoneWords])
    let count = tones.map { length(text, $0) }.max() ?? length(text, nil)
    guard count > most else { return }
    let quote = text.prose.quote
    review.find(
      .longMessage,
      at: text.pointer,
      quote: quote,
      "\(count) words in one turn on the phone, where \(most) are about half a minute: \"\(quote)\"",
      "make two steps of it"
    )
  }

  /// A chat is cut at the ends of sentences, so that only a sentence can be too long.
  private mutating func checkLength(
    ofMessages text: SpokenText,
    _ channel: Channel
  ) {
    let most = Int(settings[.chatWords])
    guard text.prose.words.count > most, let longest = longestMessage(text.prose, words: most),
      longest.words.count > most,
      !problems.contains(where: { $0.finding == .longMessage && $0.place.pointer == text.pointer })
    else { return }
    let quote = text.prose.quote(longest.range)
    review.find(
      .longMessage,
      at: text.pointer,
      quote: quote,
      "\(longest.words.count) words in one message by \(channel.words), at most \(most): \"\(quote)\"",
      "make two of it"
    )
  }

  /// The sentences that go into one message together, as `ChannelForm` cuts them.
  private func longestMessage(_ prose: Prose, words most: Int) -> Prose.Sentence? {
    var longest: Prose.Sentence?
    var message: Prose.Sentence?
    for sentence in prose.sentences {
      if let open = message, open.words.count + sentence.words.count <= most {
        message?.words = open.words.lowerBound..<sentence.words.upperBound
        message?.range = open.range.lowerBound..<sentence.range.upperBound
      } else {
        message = sentence
      }
      if let message, message.words.count > longest?.words.count ?? 0 { longest = message }
    }
    return longest
  }

  private mutating func checkLength(
    ofEmail said: [SpokenText],
    _ tones: [Speaker],
    _ language: String
  ) {
    let branches = Set(script.steps.flatMap { $0.next.map(\.to) })
    let block = said.filter { text in
      guard let step = text.step.map({ script.steps[$0] }) else { return false }
      return step.kind == .say && step.next.isEmpty && !branches.contains(step.id)
    }
    let most = Int(settings[.emailWords])
    let wordiest = tones.max { left, right in
      block.reduce(0) { $0 + length($1, left) } < block.reduce(0) { $0 + length($1, right) }
    }
    let count = block.reduce(0) { $0 + length($1, wordiest) }
    guard count > most, let longest = block.max(by: { length($0, nil) < length($1, nil) }) else {
      return
    }
    let quote = longest.prose.quote
    review.find(
      .longMessage,
      at: longest.pointer,
      quote: quote,
      "\(count) words in the e-mail in \"\(language)\", at most \(most), most of them in \"\(quote)\"",
      "leave out what the reader does not need"
    )
  }

  // MARK: reading ease

  mutating func checkReading() {
    let wantsEasy = script.serves(.phone) || script.serves(.chat)
    for language in languages {
      let said = said(in: language)
      guard let ease = ReadingEase(said.map(\.prose), language: language),
        let hardest = said.max(by: { hardness($0) < hardness($1) }),
        let sentence = hardest.prose.longest
      else { continue }
      let isEnglish = LocalizedText.base(of: language) == "en"
      let wanted: ReadingEase = isEnglish ? (wantsEasy ? .easy : .plain) : .plain
      guard ease < wanted else { continue }
      let quote = hardest.prose.quote(sentence.range)
      review.find(
        .hardToRead,
        as: ease == .hard ? .warning : .hint,
        at: hardest.pointer,
        quote: quote,
        "the text in \"\(language)\" is \(ease.words) to read by \(isEnglish ? "Flesch" : "LIX"), "
          + "such as \"\(quote)\"",
        "use short words and short sentences; it should be \(wanted.words)"
      )
    }
  }

  /// The longest sentence counts.
  private func hardness(_ text: SpokenText) -> Int { text.prose.longest?.words.count ?? 0 }
}
