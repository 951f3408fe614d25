/// Tones, offers and the store's own steps: texts that stand in no script.
extension ScriptCheck {
  /// Everything about the phrases of a tone, whether it accepts it or not.
  func all(of tone: Tone) -> [Problem] {
    var review = Review(self, file: "tones/\(tone.id).json", speakers: [])
    func speaker(_ channel: Channel, _ voice: Voice) -> Speaker {
      Speaker(tone: tone, channel: channel, voice: voice, segments: [])
    }
    review.speakers = [speaker(definitions.settings.channel, tone.voice)]
    check(tone.phrases, at: "/phrases", &review)
    for (language, lines) in tone.say.sorted(by: { $0.key < $1.key }) {
      for (position, line) in lines.enumerated() {
        let pointer = "/say/\(language)/\(position)"
        SpokenText(line, language: language, pointer: pointer).map { check($0, &review) }
      }
    }
    for (channel, variant) in tone.channels.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      var voice = tone.voice
      for dimension in Voice.Dimension.allCases { voice[dimension] += variant.voice[dimension] }
      review.speakers = [speaker(channel, voice)]
      check(variant.phrases, at: "/channels/\(channel.rawValue)/phrases", &review)
    }
    checkSocial(tone, &review)
    return review.problems.sorted(by: Problem.isBefore)
  }

  /// Everything about the words of an offer, whether it accepts it or not.
  func all(of service: Service) -> [Problem] {
    var review = Review(self, file: "services/\(service.id).json", speakers: everyone)
    for (text, key) in [(service.offer, "offer"), (service.whenClosed, "whenClosed")] {
      guard let text else { continue }
      for spoken in SpokenText.all(of: text, at: "/\(key)") {
        check(spoken, &review)
        checkSocial(spoken, of: service, &review)
      }
    }
    return review.problems.sorted(by: Problem.isBefore)
  }

  /// Personal data in what is offered in public.
  private func checkSocial(_ text: SpokenText, of service: Service, _ review: inout Review) {
    let isNamed = service.channels.contains(.social)
    guard isNamed || service.channels.isEmpty && definitions.scripts.contains(where: \.isPublic),
      let personal = text.mentions.first(where: { isPersonal(variable: $0.name) })
    else { return }
    let whole =
      isNamed ? "social is public" : "it is offered in every channel, and social is public"
    review.find(
      .personalData,
      as: .error,
      at: text.pointer,
      quote: "{{\(personal.name)}}",
      "\"{{\(personal.name)}}\" tells of a person, and \(whole)",
      isNamed ? "leave it out" : "leave it out, or name the channels without social"
    )
  }

  /// Everything about what the store has said in every script.
  func alwaysSteps() -> [Problem] {
    var review = Review(self, file: StoreSettings.file, speakers: everyone)
    for (position, step) in definitions.settings.always.enumerated()
    where step.kind != .do && !step.isSilent {
      for spoken in SpokenText.all(of: step.text, at: "/always/\(position)/text") {
        check(spoken, &review)
        let personal = spoken.mentions.first { isPersonal(variable: $0.name) }
        guard let personal, definitions.scripts.contains(where: { $0.serves(.social) }) else {
          continue
        }
        review.find(
          .personalData,
          as: .error,
          at: spoken.pointer,
          quote: "{{\(personal.name)}}",
          "\"{{\(personal.name)}}\" tells of a person, and the step is in social scripts too",
          "leave it out; social is public"
        )
      }
    }
    return review.problems
  }

  private func check(_ text: SpokenText, _ review: inout Review) {
    review.checkWords(text)
    review.checkSentences(text)
  }

  private func check(
    _ phrases: [String: [String: String]],
    at pointer: String,
    _ review: inout Review
  ) {
    for (language, named) in phrases.sorted(by: { $0.key < $1.key }) {
      for (name, source) in named.sorted(by: { $0.key < $1.key }) {
        let place = Place(file: "", pointer: pointer).appending(language, name).pointer ?? pointer
        SpokenText(source, language: language, pointer: place).map { check($0, &review) }
      }
    }
  }

  /// Personal data in the phrases that are said in public.
  private func checkSocial(_ tone: Tone, _ review: inout Review) {
    let isPublic = definitions.scripts.contains(where: \.isPublic)
    let own = tone.channels[.social]?.phrases ?? [:]
    let sources =
      [(own, "/channels/social/phrases")] + (isPublic ? [(tone.phrases, "/phrases")] : [])
    for (phrases, pointer) in sources {
      for (language, named) in phrases.sorted(by: { $0.key < $1.key }) {
        for (name, source) in named.sorted(by: { $0.key < $1.key })
        where pointer == "/channels/social/phrases" || own[language]?[name] == nil {
          let place = Place(file: "", pointer: pointer).appending(language, name).pointer ?? pointer
          let mentions = SpokenText(source, language: language, pointer: place)?.mentions ?? []
          guard let mention = mentions.first(where: { isPersonal(variable: $0.name) }) else {
            continue
          }
          review.find(
            .personalData,
            as: .error,
            at: place,
            quote: "{{\(mention.name)}}",
            "\"{{\(mention.name)}}\" tells of a person, and social is public",
            "give the tone a \(name) of its own for social"
          )
        }
      }
    }
  }
}

extension Script {
  /// It was written for what everybody can read.
  fileprivate var isPublic: Bool { channels.contains(.social) }
}
