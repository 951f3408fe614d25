/// Tailors a contact to the customer: tone, services and script from the segments they are in.
///
/// Made once for a set of definitions, whose templates and opening hours it prepares; then total: what
/// cannot be used is named in `problems` and left out, and never takes the rest down.
package struct Tailor: Sendable {
  package let definitions: Definitions
  package let segments: PreparedSegments

  let tones: ToneResolver
  let offers: OfferResolver
  let scripts: ScriptSelector
  let phrases: PhraseLibrary
  let patterns: AskPatterns
  let callerWords: CallerWords
  let services: [Service.ID: Service]
  let intents: [Intent.ID: Intent]
  let segmentNames: [Segment.ID: String]

  package init(_ definitions: Definitions) {
    self.definitions = definitions
    segments = PreparedSegments(definitions)
    tones = ToneResolver(definitions)
    offers = OfferResolver(definitions)
    scripts = ScriptSelector(
      definitions.scripts,
      always: definitions.settings.always,
      languages: [definitions.settings.language, "en"]
    )
    phrases = PhraseLibrary(definitions.tones)
    patterns = AskPatterns()
    callerWords = CallerWords(definitions)
    services = Dictionary(definitions.services.map { ($0.id, $0) }) { first, _ in first }
    intents = Dictionary(definitions.intents.map { ($0.id, $0) }) { first, _ in first }
    segmentNames = Dictionary(definitions.segments.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// Templates, patterns and time zones that cannot be used, by place; compiles every pattern.
  package var problems: [Problem] {
    let found = phrases.problems + scripts.problems + offers.problems
    return (found + patterns.problems(of: definitions.scripts)).sorted(by: Problem.isBefore)
  }

  /// The languages to try for a contact, the most wanted first: chosen or the customer's own, its base, the
  /// store's.
  package func languages(_ customer: Customer?, _ situation: Situation) -> [String] {
    let own = situation.language ?? customer?.language
    let store = definitions.settings.language
    let wanted = [own, own.map(LocalizedText.base(of:)), store, LocalizedText.base(of: store)]
    var result: [String] = []
    for case let language? in wanted where !result.contains(language) { result.append(language) }
    return result
  }

  /// Everything that the agent sees.
  ///
  /// `memberships` are strongest first; `questions` pass through; `read` answers the rules of services
  /// and scripts.
  package func guidance(
    customer: Customer?,
    account: Customer?,
    derived: DerivedFacts? = nil,
    situation: Situation,
    memberships: [Membership],
    questions: [NextQuestion] = [],
    read: RuleReading.Reader
  ) -> Guidance {
    let choice = tones.choose(
      memberships,
      channel: situation.channel,
      intent: situation.intent,
      mood: situation.mood
    )
    let wanted = languages(customer, situation)
    let picked = pickScript(choice, wanted, situation, memberships, read)
    let language =
      picked.candidate?.language ?? wanted.first { tones.speaks($0, choice) } ?? wanted[0]
    let tone = tones.localize(
      choice,
      language: language,
      channel: situation.channel,
      mood: situation.mood
    )
    let context = TailoringContext(
      facts: customer.map { CustomerFacts($0, account: account, derived: derived) },
      situation: situation,
      definitions: definitions,
      services: services,
      memberships: memberships,
      tone: tone
    )
    let renderer = ContactRenderer(
      tailor: self,
      context: context,
      tone: tone,
      situation: situation,
      script: picked.candidate?.script
    )
    var offered = offers.resolve(
      memberships,
      situation: situation,
      customerZone: customer?.timeZone.flatMap(TimeZones.zone),
      read: read
    )
    for position in offered.indices { renderer.fill(&offered[position]) }
    return Guidance(
      customer: customer,
      account: account,
      memberships: memberships,
      questions: questions,
      tone: tone,
      services: offered,
      script: picked.candidate.map {
        renderer.script($0, among: picked, wanted: wanted[0])
      },
      noScript: picked.reason
    )
  }
}
