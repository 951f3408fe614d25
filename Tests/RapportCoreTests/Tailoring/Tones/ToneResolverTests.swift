import Testing

@testable import RapportCore

struct ToneResolverTests {
  private func definitions() -> Definitions {
    var settings = StoreSettings(name: "northwind", company: "Northwind")
    settings.tone = "plain"
    var definitions = Definitions(settings: settings, catalog: AttributeCatalog([]))
    var plain = Tone(id: "plain", name: "Plain")
    plain.phrases = [
      "en": ["greeting": "Hello.", "hold": "One moment.", "closing": "Goodbye."],
      "de": ["greeting": "Guten Tag.", "hold": "Einen Moment."],
    ]
    var warm = Tone(id: "warm", name: "Warm")
    warm.voice[.empathy] = 2
    warm.voice[.formality] = -1
    warm.voice[.humor] = 1
    warm.address = ["de": "du"]
    warm.say = ["en": ["I see."]]
    warm.phrases = ["en": ["greeting": "Hi!", "hold": " "], "de": ["greeting": "Hallo!"]]
    var chat = Tone.Variant()
    chat.phrases = ["en": ["greeting": "Hey!"]]
    chat.voice[.detail] = -1
    warm.channels = [.chat: chat]
    definitions.tones = [plain, warm, Tone(id: "brisk", name: "Brisk")]
    definitions.segments = [
      segment("key", 1, tone: nil) { $0[.pace] = -1 },
      segment("loyal", 2, tone: "warm") { $0[.detail] = -1 },
      segment("mobile", 3, tone: "brisk") {
        $0[.detail] = 2
        $0[.pace] = 2
        $0[.humor] = 2
      },
      segment("lost", 4, tone: "absent") { _ in },
    ]
    var dispute = Intent(id: "dispute", title: LocalizedText(["en": "Dispute"]))
    dispute.caps = [.humor: -1, .enthusiasm: 0]
    definitions.intents = [dispute]
    return definitions
  }

  private func segment(
    _ id: Segment.ID,
    _ priority: Int,
    tone: Tone.ID?,
    adjust: (inout Voice) -> Void
  ) -> Segment {
    var segment = Segment(id: id, name: id.rawValue, priority: priority)
    segment.tone = tone
    adjust(&segment.adjust)
    return segment
  }

  private func memberships(_ answers: [(Segment.ID, Membership.Answer)]) -> [Membership] {
    answers.map {
      Membership(segment: $0, name: $0.rawValue, revision: 1, answer: $1, because: [])
    }
  }

  @Test func `the strongest segment that names a tone sets it, and what it overrules is told`() {
    let choice = ToneResolver(definitions()).choose(
      memberships([("mobile", .in), ("key", .in), ("loyal", .in), ("lost", .in)]),
      channel: .phone,
      intent: nil,
      mood: .calm
    )
    #expect(choice.tone.id == "warm")
    #expect(choice.from == "loyal")
    #expect(choice.overruled.map(\.tone) == ["brisk"])
    // By priority: pace from key, detail from loyal (mobile's is too late), humor from mobile.
    #expect(choice.voice[.pace] == -1)
    #expect(choice.voice[.detail] == -1)
    #expect(choice.voice[.humor] == 2)
    #expect(
      choice.adjustments == [
        .init(dimension: .humor, from: 1, to: 2, cause: .segment("mobile")),
        .init(dimension: .pace, from: 0, to: -1, cause: .segment("key")),
        .init(dimension: .detail, from: 0, to: -1, cause: .segment("loyal")),
      ]
    )
  }

  @Test func `channel, reason and mood follow in this order`() {
    let choice = ToneResolver(definitions()).choose(
      memberships([("loyal", .in)]),
      channel: .chat,
      intent: "dispute",
      mood: .upset
    )
    #expect(choice.voice[.detail] == -2)
    #expect(choice.voice[.empathy] == 2)
    #expect(choice.voice[.humor] == -2)
    #expect(
      choice.adjustments == [
        .init(dimension: .humor, from: 1, to: -1, cause: .intent("dispute")),
        .init(dimension: .detail, from: 0, to: -1, cause: .segment("loyal")),
        .init(dimension: .detail, from: -1, to: -2, cause: .channel(.chat)),
        .init(dimension: .humor, from: -1, to: -2, cause: .mood(.upset)),
      ]
    )
  }

  @Test func `what is not known decides nothing, but shows what it would`() {
    let resolver = ToneResolver(definitions())
    let nobody = resolver.choose([], channel: .phone, intent: nil, mood: .calm)
    #expect(nobody.tone.id == "plain" && nobody.from == nil)
    let choice = resolver.choose(
      memberships([("loyal", .unknown), ("mobile", .in), ("key", .unknown), ("lost", .unknown)]),
      channel: .phone,
      intent: nil,
      mood: .calm
    )
    #expect(choice.tone.id == "brisk")
    #expect(choice.voice[.detail] == 2)
    #expect(
      choice.prospects == [
        ToneProspect(
          segment: "key",
          tone: nil,
          voice: [.init(dimension: .pace, from: 2, to: -1)]
        ),
        ToneProspect(
          segment: "loyal",
          tone: "warm",
          voice: [
            .init(dimension: .formality, from: 0, to: -1),
            .init(dimension: .empathy, from: 0, to: 2),
            .init(dimension: .detail, from: 2, to: -1),
          ]
        ),
      ]
    )
  }

  @Test func `what would change is what changes once it is known`() {
    let resolver = ToneResolver(definitions())
    let ids: [Segment.ID] = ["key", "loyal", "mobile", "lost"]
    let answers: [Membership.Answer] = [.in, .unknown, .out]
    for number in 0..<81 {
      let given = ids.indices.map { (ids[$0], answers[number / [1, 3, 9, 27][$0] % 3]) }
      for (channel, mood) in [(Channel.phone, Mood.calm), (.chat, .upset)] {
        func choose(_ answers: [(Segment.ID, Membership.Answer)]) -> ToneChoice {
          resolver.choose(memberships(answers), channel: channel, intent: "dispute", mood: mood)
        }
        let choice = choose(given)
        for (id, answer) in given where answer == .unknown {
          let would = choose(given.map { $0.0 == id ? (id, .in) : $0 })
          let prospect = choice.prospects.first { $0.segment == id }
          #expect(
            prospect?.tone == (would.tone.id == choice.tone.id ? nil : would.tone.id),
            "\(given)"
          )
          for dimension in Voice.Dimension.allCases {
            let change = prospect?.voice.first { $0.dimension == dimension }
            #expect((change?.to ?? choice.voice[dimension]) == would.voice[dimension], "\(given)")
          }
        }
      }
    }
  }

  @Test func `a tone that is given is adjusted by segments, and set by none`() {
    var definitions = definitions()
    let brisk = definitions.tones[2]
    definitions.segments[1].adjust[.empathy] = 1
    let choice = ToneResolver(definitions).choose(
      memberships([("loyal", .in), ("key", .unknown)]),
      channel: .phone,
      intent: nil,
      mood: .calm,
      given: brisk
    )
    #expect(choice.tone.id == "brisk" && choice.from == nil && choice.overruled.isEmpty)
    #expect(choice.voice[.detail] == -1 && choice.voice[.empathy] == 1)
    #expect(choice.prospects.map(\.tone) == [nil])
  }

  @Test func `how it came about is told in sentences`() {
    let definitions = definitions()
    let resolver = ToneResolver(definitions)
    let choice = resolver.choose(
      memberships([("mobile", .in), ("loyal", .in), ("key", .unknown)]),
      channel: .chat,
      intent: "dispute",
      mood: .upset
    )
    let tone = resolver.localize(choice, language: "en", channel: .chat, mood: .upset)
    let story = ToneStory(tone, in: definitions)
    #expect(
      story.sentences == [
        "Warm, from loyal", "mobile would make it Brisk, but counts for less",
        "more playful, quicker, for mobile", "more serious, for the reason \"Dispute\"",
        "shorter, for loyal", "shorter, for chat", "more serious, for an upset caller",
        "key would make it slower, not known yet",
      ]
    )
    #expect(story.line == "Warm, from loyal")
    let nobody = resolver.choose(
      memberships([("loyal", .unknown), ("mobile", .unknown)]),
      channel: .phone,
      intent: nil,
      mood: .calm
    )
    let plain = resolver.localize(nobody, language: "en", channel: .phone, mood: .calm)
    #expect(
      ToneStory(plain, in: definitions).line
        == "Plain, the default tone; loyal would make it Warm, not known yet; one other would too"
    )
  }

  @Test func `a store without a tone speaks neutrally`() {
    let empty = Definitions(
      settings: StoreSettings(name: "a", company: "A"),
      catalog: AttributeCatalog([])
    )
    let choice = ToneResolver(empty).choose([], channel: .phone, intent: nil, mood: .calm)
    #expect(choice.tone.name == "Neutral" && choice.voice == Voice())
  }

  @Test(arguments: [
    ("en", Channel.phone, ["greeting": "Hi!", "closing": "Goodbye.", "hold": "One moment."]),
    ("en", .chat, ["greeting": "Hey!", "closing": "Goodbye.", "hold": "One moment."]),
    ("de-AT", .chat, ["greeting": "Hallo!", "hold": "Einen Moment."]),
    ("fr", .phone, [:]),
  ])
  func `a phrase comes from the tone, else the default tone, never from another language`(
    language: String,
    channel: Channel,
    phrases: [String: String]
  ) {
    let resolver = ToneResolver(definitions())
    let choice = resolver.choose(
      memberships([("loyal", .in)]),
      channel: channel,
      intent: nil,
      mood: .calm
    )
    let tone = resolver.localize(choice, language: language, channel: channel, mood: .calm)
    #expect(tone.phrases == phrases)
    #expect(tone.address == (language == "de-AT" ? "du" : nil))
  }

  @Test func `the words for the agent begin with what to do at once`() {
    let resolver = ToneResolver(definitions())
    let choice = resolver.choose(
      memberships([("loyal", .in), ("key", .in)]),
      channel: .phone,
      intent: "dispute",
      mood: .upset
    )
    let tone = resolver.localize(choice, language: "de", channel: .phone, mood: .upset)
    #expect(
      tone.words == ["apology first", "first name", "du", "warm", "serious", "short", "slow"]
    )
  }
}
