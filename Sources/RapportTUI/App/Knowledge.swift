package import RapportCore

/// What the interface knows besides customers: the definitions, and pure functions over them.
package struct Knowledge: Sendable {
  package typealias Guide = @Sendable (KnownCustomer?, Situation) -> Guidance
  package typealias Evaluate = @Sendable (KnownCustomer, Instant) -> [Membership]
  package typealias Explain = @Sendable (KnownCustomer?, Segment.ID, Instant) -> ExplanationTree?
  package typealias Accept = @Sendable (_ value: String, Script.Ask) -> Bool
  package typealias Recognise = @Sendable (_ text: String, Script) -> [String: String]
  package typealias Rank = @Sendable (_ text: String) -> [IntentMatch]

  package var definitions: Definitions
  package var guide: Guide
  package var evaluate: Evaluate
  /// How a segment's rule came to its answer; nil where it has none that can be used.
  package var explain: Explain
  /// Whether a value is what a blank wants.
  package var accepts: Accept
  /// The values for a script's blanks that stand in a text, by the blank's id.
  package var recognise: Recognise
  /// The reasons that a caller's words speak for, best first.
  package var rank: Rank
  /// Whether a rule compares what a customer bought with what others did.
  let readsScores: Bool

  package init(
    definitions: Definitions,
    guide: @escaping Guide,
    evaluate: @escaping Evaluate,
    explain: @escaping Explain,
    accepts: @escaping Accept,
    recognise: @escaping Recognise,
    rank: @escaping Rank
  ) {
    self.definitions = definitions
    self.guide = guide
    self.evaluate = evaluate
    self.explain = explain
    self.accepts = accepts
    self.recognise = recognise
    self.rank = rank
    readsScores = definitions.readsPurchaseScores
  }

  var settings: StoreSettings { definitions.settings }

  /// The language the team works in.
  var language: String { settings.language }

  func intent(_ id: Intent.ID?) -> Intent? {
    id.flatMap { id in definitions.intents.first { $0.id == id } }
  }

  func title(of intent: Intent.ID?) -> String? {
    self.intent(intent)?.title.text(preferring: [language, "en"])
  }

  func segmentName(_ id: Segment.ID) -> String {
    definitions.segments.first { $0.id == id }?.name ?? id.rawValue
  }

  /// How values are read and said now.
  func wording(language: String, zone: Zone, now: Instant) -> Wording {
    Wording(languages: [language, self.language, "en"], zone: zone, today: zone.date(now))
  }

  func label(ofPath path: String) -> String {
    definitions.catalog[path]?.label.text(preferring: [language, "en"]) ?? path
  }
}
