import JSONLogic
import RapportCore
import Terminal

/// What the pages say of definitions, in words.
struct WorkbenchFacts {
  let definitions: Definitions
  let now: Instant
  let zone: Zone
  /// Nil until the check is done.
  let problems: [DefinitionReference: [Problem]]?
  /// What agents said, by what it is on.
  let feedback: [FeedbackGroup]
  let knowsFeedback: Bool
  let gaps: Gaps
  let statistics: WorkbenchStatistics
  let histories: [DefinitionReference: KnownHistory]
  let marks: [DefinitionReference: SegmentVersion.ID]
  /// Whether a name is typed to find a member by.
  let typesMember: Bool
  /// Marks of reviews that were made in this window.
  let reviews: [SegmentReview]
  /// A list that is being written to a file.
  let writing: MemberWriting?
  /// What is known of how it goes with each segment, and the step it waits at.
  let measure: Measure

  init(_ app: App, now: Instant) {
    definitions = app.knowledge.definitions
    self.now = now
    zone = app.zone
    problems = app.workbench.problems
    feedback = app.feedback.groups
    knowsFeedback = app.feedback.isKnown
    gaps = app.workbench.gaps
    statistics = app.workbench.statistics
    histories = app.workbench.histories
    marks = app.workbench.marks
    typesMember = app.workbench.isFiltering && app.listsMembers
    reviews = app.workbench.reviews
    writing = app.workbench.writing
    measure = app.measure
  }

  var settings: StoreSettings { definitions.settings }

  func text(_ text: LocalizedText?) -> String? {
    text?.text(preferring: [settings.language, "en"])
  }

  var wording: Wording {
    Wording(languages: [settings.language, "en"], zone: zone, today: zone.date(now))
  }

  func date(_ date: CalendarDate?) -> String { date.map(wording.date) ?? "" }

  func name(of segment: Segment.ID) -> String {
    definitions.segments.first { $0.id == segment }?.name ?? segment.rawValue
  }

  func name(of tone: Tone.ID) -> String {
    definitions.tones.first { $0.id == tone }?.name ?? tone.rawValue
  }

  func name(of service: Service.ID) -> String {
    text(definitions.services.first { $0.id == service }?.name) ?? service.rawValue
  }

  func name(of intent: Intent.ID) -> String {
    text(definitions.intents.first { $0.id == intent }?.title) ?? intent.rawValue
  }

  /// The store's language first.
  func sorted(_ languages: some Sequence<String>) -> [String] {
    let sorted = languages.sorted()
    return sorted.filter { $0 == settings.language } + sorted.filter { $0 != settings.language }
  }

  /// A rule as a sentence.
  func sentence(_ rule: Rule) -> String { conditionWords.sentence(rule) }

  /// A rule with a line for each condition and each group.
  func outline(_ rule: Rule) -> [OutlineLine] { conditionWords.outline(rule) }

  private var conditionWords: ConditionWords {
    let names = Dictionary(definitions.segments.map { ($0.id, $0.name) }) { first, _ in first }
    return ConditionWords(catalog: definitions.catalog, wording: wording) { names[$0] }
  }

  /// `Loyal advocates, Mobile-first +2`.
  static func some(_ names: [String], most: Int = 1) -> String {
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(shown) +\(names.count - most)" : shown
  }

  /// Who is meant: everybody, or those of some segments and tones; `isLimited` where a condition
  /// takes some of them away.
  static func people(_ names: [String], isLimited: Bool) -> String {
    guard !names.isEmpty else { return isLimited ? "not everybody" : "everybody" }
    return some(names) + (isLimited ? ", not all" : "")
  }

  // MARK: - Problems

  func problems(of reference: DefinitionReference) -> [Problem] { problems?[reference] ?? [] }

  /// `1 error`, `2 warnings`, `1 hint`: the gravest there are; nothing where all is well.
  func problemCell(_ reference: DefinitionReference) -> Line {
    let found = problems(of: reference)
    guard let gravest = found.map(\.severity).max() else { return Line() }
    return Line(
      TimeWords.plural(found.count { $0.severity == gravest }, gravest.rawValue),
      role: gravest.role
    )
  }

  /// The gravest first, then how many there are; not known while they are looked for.
  func problemKey(_ reference: DefinitionReference) -> SortKey {
    guard problems != nil else { return .unknown }
    let found = problems(of: reference)
    guard let gravest = found.map(\.severity).max() else { return SortKey(0) }
    let rank = [Problem.Severity.hint, .warning, .error].firstIndex(of: gravest) ?? 0
    return SortKey((rank + 1) * 1000 + found.count { $0.severity == gravest })
  }

  /// Whether an offer can be had now; empty where it has no hours.
  func opening(of service: Service) -> Line {
    guard let hours = service.hours else { return Line("always", role: .textDim) }
    guard let schedule = OpeningSchedule(hours) else {
      return Line("hours cannot be read", role: .statusError)
    }
    let availability = schedule.availability(at: now)
    let words = OpeningWords(now: now, here: zone, there: nil)
      .status(availability, hasHours: true)
    if case .closed = availability { return Line(words, role: .offerClosed) }
    return Line(words, role: .offerOpen)
  }
}

extension Problem.Severity {
  /// A hint is calm: nothing is wrong.
  var role: Role {
    switch self {
    case .error: .statusError
    case .warning: .statusWarning
    case .hint: .textDim
    }
  }
}
