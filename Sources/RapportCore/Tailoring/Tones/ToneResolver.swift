/// Decides how to speak to a customer.
///
/// The tone of the strongest segment the customer is in that names one, else the store's; per dimension
/// the first adjustment by priority, the setting segment's own included; then the channel, the caps of
/// the reason, and the mood. Every step keeps the voice within -2...2 and is told.
package struct ToneResolver: Sendable {
  private let tones: [Tone.ID: Tone]
  private let segments: [Segment.ID: Speaking]
  private let intents: [Intent.ID: Intent]
  /// The store's; a neutral one without phrases where the store names none.
  package let standard: Tone
  /// Whether the store has it.
  private let hasStandard: Bool
  let phraseBook = PhraseBook()

  package init(_ definitions: Definitions) {
    tones = Dictionary(definitions.tones.map { ($0.id, $0) }) { first, _ in first }
    segments = Dictionary(
      definitions.segments.enumerated().map { ($1.id, Speaking(rank: $0, $1)) }
    ) { first, _ in first }
    intents = Dictionary(definitions.intents.map { ($0.id, $0) }) { first, _ in first }
    let named = definitions.settings.tone.flatMap { [tones] in tones[$0] }
    hasStandard = named != nil
    standard = named ?? Tone(id: "neutral", name: "Neutral")
  }

  /// The tone and its voice; words follow with `localize`, once the language is known.
  ///
  /// `given` is a tone that the segments have no say in: theirs are adjustments only, as in a preview.
  package func choose(
    _ memberships: [Membership],
    channel: Channel,
    intent: Intent.ID?,
    mood: Mood,
    given: Tone? = nil
  ) -> ToneChoice {
    let known = ranked(memberships, .in)
    let moment = Moment(channel: channel, caps: intent.flatMap { intents[$0]?.caps }, intent, mood)
    var choice = choice(of: known, at: moment, given: given)
    choice.isOfStore = given == nil && tones[choice.tone.id] != nil && !isMade(choice.tone)
    for segment in ranked(memberships, .unknown) where mayChange(choice, segment, known, given) {
      let position = known.firstIndex { $0.rank > segment.rank } ?? known.count
      let others = known[..<position] + [segment] + known[position...]
      let would = self.choice(of: Array(others), at: moment, given: given)
      let prospect = ToneProspect(of: segment.id, would, instead: choice)
      if prospect.changesAnything { choice.prospects.append(prospect) }
    }
    return choice
  }

  /// Whether it stands in for the default that the store does not have.
  private func isMade(_ tone: Tone) -> Bool { tone.id == standard.id && !hasStandard }

  /// What is tailored to besides the memberships.
  private struct Moment {
    let channel: Channel
    let caps: [Voice.Dimension: Int]
    let intent: Intent.ID?
    let mood: Mood

    init(channel: Channel, caps: [Voice.Dimension: Int]?, _ intent: Intent.ID?, _ mood: Mood) {
      self.channel = channel
      self.caps = caps ?? [:]
      self.intent = intent
      self.mood = mood
    }
  }

  /// The choice for segments that are in, strongest first.
  private func choice(of known: [Speaking], at moment: Moment, given: Tone?) -> ToneChoice {
    let named =
      given == nil ? known.filter { $0.tone.map { tones[$0] != nil } ?? false } : []
    let tone = given ?? named.first?.tone.flatMap { tones[$0] } ?? standard
    var choice = ToneChoice(tone: tone, from: named.first?.id)
    for segment in named.dropFirst() {
      if let other = segment.tone, other != tone.id {
        choice.overruled.append((segment.id, other))
      }
    }
    for dimension in Voice.Dimension.allCases {
      if let first = known.first(where: { $0.adjust[dimension] != 0 }) {
        choice.adjust(dimension, by: first.adjust[dimension], because: .segment(first.id))
      }
      if let variant = tone.channels[moment.channel] {
        choice.adjust(dimension, by: variant.voice[dimension], because: .channel(moment.channel))
      }
      if let intent = moment.intent, let cap = moment.caps[dimension] {
        choice.cap(dimension, at: cap, because: .intent(intent))
      }
    }
    if moment.mood == .upset {
      choice.adjust(.empathy, by: 1, because: .mood(.upset))
      choice.cap(.humor, at: -2, because: .mood(.upset))
    }
    return choice
  }

  /// Whether a segment could change the tone or a setting; most cannot, and are not tried.
  private func mayChange(
    _ choice: ToneChoice,
    _ segment: Speaking,
    _ known: [Speaking],
    _ given: Tone?
  ) -> Bool {
    if given == nil, let tone = segment.tone, tone != choice.tone.id, tones[tone] != nil,
      isStronger(segment.id, than: choice.from)
    {
      return true
    }
    return Voice.Dimension.allCases.contains { dimension in
      segment.adjust[dimension] != 0
        && known.first { $0.adjust[dimension] != 0 }.map { segment.rank < $0.rank } ?? true
    }
  }

  private func ranked(_ memberships: [Membership], _ answer: Membership.Answer) -> [Speaking] {
    memberships.compactMap { $0.answer == answer ? segments[$0.segment] : nil }
      .sorted { $0.rank < $1.rank }
  }

  private func isStronger(_ segment: Segment.ID, than other: Segment.ID?) -> Bool {
    guard let other, let right = segments[other], let left = segments[segment] else { return true }
    return left.rank < right.rank
  }
}

/// What a segment says about how to speak.
private struct Speaking: Sendable {
  /// 0 is the strongest.
  let rank: Int
  let id: Segment.ID
  let tone: Tone.ID?
  let adjust: Voice

  init(rank: Int, _ segment: Segment) {
    self.rank = rank
    id = segment.id
    tone = segment.tone
    adjust = segment.adjust
  }
}

/// A tone and its voice before they are put into words.
package struct ToneChoice: Sendable {
  package var tone: Tone
  package var from: Segment.ID?
  /// Whether the tone is one of the store's, as it is there.
  var isOfStore = false
  package var overruled: [(segment: Segment.ID, tone: Tone.ID)] = []
  /// What each segment that is not known yet would change, strongest first.
  package var prospects: [ToneProspect] = []
  package var voice: Voice
  package var adjustments: [ResolvedTone.Adjustment] = []

  init(tone: Tone, from: Segment.ID?) {
    self.tone = tone
    self.from = from
    voice = tone.voice
  }

  mutating func adjust(
    _ dimension: Voice.Dimension,
    by amount: Int,
    because cause: ResolvedTone.Adjustment.Cause
  ) {
    set(dimension, to: voice[dimension] + amount, because: cause)
  }

  mutating func cap(
    _ dimension: Voice.Dimension,
    at bound: Int,
    because cause: ResolvedTone.Adjustment.Cause
  ) {
    set(dimension, to: min(voice[dimension], bound), because: cause)
  }

  private mutating func set(
    _ dimension: Voice.Dimension,
    to value: Int,
    because cause: ResolvedTone.Adjustment.Cause
  ) {
    let before = voice[dimension]
    voice[dimension] = value
    guard voice[dimension] != before else { return }
    adjustments.append(
      ResolvedTone.Adjustment(
        dimension: dimension,
        from: before,
        to: voice[dimension],
        cause: cause
      )
    )
  }
}
