/// Which script serves whom: segment x reason x channel x language.
///
/// Read from the definitions alone; what was counted of customers and their contacts decides which
/// languages and channels matter. A segment is read as those who are in it alone, with its tone.
package struct Coverage: Sendable {
  /// What a customer gets.
  package enum Answer: Sendable, Hashable {
    /// Written for the segment, or for everybody.
    case own(Script.ID), everybodys(Script.ID)
    /// Only for those of whom the script's condition holds.
    case some(Script.ID)
    /// In the store's language, because there is none in theirs.
    case foreign(Script.ID, language: String)
    case none

    package var isGap: Bool {
      switch self {
      case .own, .everybodys, .some: false
      case .foreign, .none: true
      }
    }

    package var script: Script.ID? {
      switch self {
      case .own(let id), .everybodys(let id), .some(let id), .foreign(let id, _): id
      case .none: nil
      }
    }

    /// As a table says it: `own`, `everybody's`, `in English`.
    package var words: String {
      switch self {
      case .own: "own"
      case .everybodys: "everybody's"
      case .some: "for some"
      case .foreign(_, let language): "in \(LocalFormat.languageName(language))"
      case .none: "none"
      }
    }
  }

  /// One place of the matrix.
  package struct Cell: Sendable {
    /// Nil: everybody.
    package var segment: Segment.ID?
    package var intent: Intent.ID
    package var channel: Channel
    package var language: String
    package var answer: Answer
    /// Nil where nobody counted.
    package var contacts: Int?
  }

  package let definitions: Definitions
  /// Nil where nobody counted.
  package let demand: Demand?
  /// Those that customers speak, most first; else those that scripts, tones and agents have, sorted.
  package var languages: [String]
  /// Those that customers came through, and those that scripts serve.
  package var channels: [Channel]
  /// The active ones, strongest first.
  package let segments: [Segment]

  private let tones: [Segment.ID?: Tone.ID]
  private let scripts: [Intent.ID: [Script]]
  private let spoken: [Script.ID: Set<String>]

  package init(_ definitions: Definitions, demand: Demand? = nil) {
    self.definitions = definitions
    self.demand = demand
    let segments = definitions.segments.filter { $0.status == .active }
    self.segments = segments
    let known = Set(definitions.tones.map(\.id))
    let standard = ToneResolver(definitions).standard.id
    var tones: [Segment.ID?: Tone.ID] = [nil: standard]
    for segment in segments {
      tones[segment.id] = segment.tone.flatMap { known.contains($0) ? $0 : nil } ?? standard
    }
    self.tones = tones
    let usable = definitions.scripts.filter { $0.broken == nil && !$0.steps.isEmpty }
    scripts = Dictionary(grouping: usable, by: \.intent)
    spoken = Dictionary(usable.map { ($0.id, $0.spokenLanguages) }) { first, _ in first }
    languages = Self.languages(
      definitions,
      demand,
      spoken.values.reduce(into: []) { $0.formUnion($1) }
    )
    let used = Set(demand?.contacts.keys.map(\.channel) ?? [])
    let served = Set(usable.flatMap { $0.channels.isEmpty ? [] : $0.channels })
    channels = Channel.allCases.filter {
      used.contains($0) || served.contains($0) || $0 == definitions.settings.channel
    }
  }

  private static func languages(
    _ definitions: Definitions,
    _ demand: Demand?,
    _ scripts: Set<String>
  ) -> [String] {
    if let demand {
      let counts = demand.customers.filter { $0.key.segment == nil && $0.value > 0 }
      return counts.sorted { ($1.value, $0.key.language) < ($0.value, $1.key.language) }
        .map(\.key.language)
    }
    let tones = definitions.tones.flatMap { Array($0.phrases.keys) }
    let agents = definitions.agents.flatMap(\.languages)
    let all = Array(scripts) + tones + agents + [definitions.settings.language]
    return Set(all.map(LocalizedText.base(of:))).sorted()
  }

  /// What somebody of a segment alone gets; of nobody's where it is nil.
  ///
  /// A script for them goes before everybody's, one without a condition before one with.
  package func answer(
    _ segment: Segment.ID?,
    _ intent: Intent.ID,
    _ channel: Channel,
    _ language: String
  ) -> Answer {
    let fitting = (scripts[intent] ?? []).filter { script in
      script.serves(channel)
        && (script.tones.isEmpty || tones[segment].map(script.tones.contains) ?? false)
        && (script.segments.isEmpty || segment.map(script.segments.contains) ?? false)
    }.sorted { $0.id < $1.id }
    func first(_ language: String, _ matches: (Script) -> Bool) -> Script.ID? {
      fitting.first { (spoken[$0.id]?.contains(language) ?? false) && matches($0) }?.id
    }
    for wanted in [language, definitions.settings.language] {
      let everybodys = first(wanted) { $0.segments.isEmpty && $0.condition == nil }
      let own = first(wanted) { !$0.segments.isEmpty && $0.condition == nil }
      let some =
        first(wanted) { $0.condition != nil && !$0.segments.isEmpty } ?? first(wanted) { _ in true }
      let answer: Answer
      if let own {
        answer = .own(own)
      } else if let some, everybodys != nil, !isForEverybody(some) {
        answer = .own(some)
      } else if let everybodys {
        answer = .everybodys(everybodys)
      } else if let some {
        answer = .some(some)
      } else {
        continue
      }
      let isOther = LocalizedText.base(of: wanted) != LocalizedText.base(of: language)
      return isOther ? answer.script.map { .foreign($0, language: wanted) } ?? .none : answer
    }
    return .none
  }

  private func isForEverybody(_ id: Script.ID) -> Bool {
    scripts.values.joined().first { $0.id == id }?.segments.isEmpty ?? true
  }

  /// Every place of a segment's matrix, by reason, channel and language.
  package func cells(of segment: Segment.ID?) -> [Cell] {
    definitions.intents.flatMap { intent in
      channels.flatMap { channel in
        languages.map { cell(segment, intent.id, channel, $0) }
      }
    }
  }

  package func cell(
    _ segment: Segment.ID?,
    _ intent: Intent.ID,
    _ channel: Channel,
    _ language: String
  ) -> Cell {
    let topic = Demand.Topic(Demand.Group(segment, language), intent, channel)
    return Cell(
      segment: segment,
      intent: intent,
      channel: channel,
      language: language,
      answer: answer(segment, intent, channel, language),
      contacts: demand.map { $0.contacts[topic] ?? 0 }
    )
  }

  /// How many customers of a segment speak a language; nil where nobody counted.
  package func customers(_ segment: Segment.ID?, _ language: String) -> Int? {
    demand.map { $0.customers[Demand.Group(segment, language)] ?? 0 }
  }
}

extension Script {
  /// The languages in which every step has a text, a region's from its base.
  fileprivate var spokenLanguages: Set<String> {
    let texts = steps.filter { !$0.isSilent }.map(\.text)
    return Set(texts.flatMap(\.texts.keys)).filter { language in
      texts.allSatisfy { $0.text(in: language) != nil }
    }
  }
}
