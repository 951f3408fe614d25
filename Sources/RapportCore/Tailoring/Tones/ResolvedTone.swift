/// The tone for one customer at one moment, and how it came about.
package struct ResolvedTone: Sendable {
  package struct Adjustment: Sendable, Hashable {
    package enum Cause: Sendable, Hashable {
      case segment(Segment.ID), channel(Channel), intent(Intent.ID), mood(Mood)
    }

    package var dimension: Voice.Dimension
    package var from: Int
    package var to: Int
    package var cause: Cause

    package init(dimension: Voice.Dimension, from: Int, to: Int, cause: Cause) {
      self.dimension = dimension
      self.from = from
      self.to = to
      self.cause = cause
    }
  }

  package var tone: Tone
  /// The segment that set it; nil means the store's default.
  package var from: Segment.ID?
  /// Weaker segments that named another tone, strongest first.
  package var overruled: [(segment: Segment.ID, tone: Tone.ID)]
  /// What each segment that is not known yet would change, strongest first.
  package var prospects: [ToneProspect] = []
  package var voice: Voice
  package var adjustments: [Adjustment]
  /// In the language of the contact.
  package var language: String
  package var address: String?
  package var say: [String]
  package var avoid: [String]
  package var bannedWords: [String]
  /// By name, for the channel and language: Mustache templates.
  ///
  /// A name that is missing here has no
  /// phrase in this language anywhere, and is a hole in a script that asks for it.
  package var phrases: [String: String]
  /// For the agent, shortest first: `first name`, `du`, `short`.
  package var words: [String]

  package init(
    tone: Tone,
    from: Segment.ID?,
    overruled: [(segment: Segment.ID, tone: Tone.ID)],
    voice: Voice,
    adjustments: [Adjustment],
    language: String,
    address: String?,
    say: [String],
    avoid: [String],
    bannedWords: [String],
    phrases: [String: String],
    words: [String]
  ) {
    self.tone = tone
    self.from = from
    self.overruled = overruled
    self.voice = voice
    self.adjustments = adjustments
    self.language = language
    self.address = address
    self.say = say
    self.avoid = avoid
    self.bannedWords = bannedWords
    self.phrases = phrases
    self.words = words
  }
}
