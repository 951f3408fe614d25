/// What a supervisor's week is told from; what could not be read is nil, and `unread` says why.
package struct WeekFacts: Sendable {
  package var definitions: Definitions { didSet { compare() } }
  package var now: Instant
  /// The store's.
  package var zone: Zone

  package var feedback: [Feedback] = []
  /// Of any definitions, the newest first, as far back as the history goes.
  package var changes: [DefinitionChange] = []
  package var satisfaction: SatisfactionReport? { didSet { compare() } }
  /// Which way it went; nil where it was not read.
  ///
  /// Compared once for all who ask: it tests every figure.
  package private(set) var trends: SatisfactionTrends?
  package var sizes: [Segment.ID: SegmentSize]?
  /// Whether they are being counted, and what depends on them.
  package var isBeingCounted = false
  /// What the changes of this week's rules did, by segment.
  package var moves: [Segment.ID: SegmentDifference] = [:]
  /// What changed records did.
  package var recordMoves: RecordMoves?
  /// The same in the longer time that is looked back on to tell whether segments are stable.
  package var longMoves: RecordMoves?
  package var overdue: [FollowUp]?
  package var adjustments: [Adjustment] = []
  package var gaps: GapReport?
  package var stale: [Freshness.Share]?
  /// What could not be read, in words.
  package var unread: [String] = []

  package init(_ definitions: Definitions, at now: Instant) {
    self.definitions = definitions
    self.now = now
    zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
  }

  package var settings: StoreSettings { definitions.settings }
  package var today: CalendarDate { zone.date(now) }
  /// The first moment of this week: seven days ago.
  package var start: Instant { now.adding(seconds: -7 * 86_400) }

  /// Active ones, the strongest first.
  package var active: [Segment] { definitions.segments.filter { $0.status == .active } }

  private mutating func compare() {
    trends = satisfaction.map { SatisfactionTrends($0, of: active, settings) }
  }
}

extension WeekFacts {
  /// What is known of each segment that is not retired.
  package var states: [Segment.ID: SegmentState] {
    let validations = SegmentValidations(feedback, changes, settings, at: now)
    var states: [Segment.ID: SegmentState] = [:]
    for segment in definitions.segments where segment.status != .retired {
      let reference = DefinitionReference(.segment, segment.id.rawValue)
      let own = validations.feedback(on: segment.id)
      var state = SegmentState(segment, validations[segment], waiting: own.count(where: \.waits))
      state.size = sizes?[segment.id]?.counts
      state.sizeDoubt = sizeDoubt(of: segment)
      state.isBeingCounted = isBeingCounted
      state.satisfaction = satisfaction.map { $0.segments[segment.id] ?? Satisfaction() }
      state.trend = trends?[segment.id]
      state.gaps = gaps?.items(of: segment.id)
      state.adjustments = adjustments.filter { $0.on == reference }
      state.review = SegmentReview.last(of: segment.id, in: own, at: now)
      state.looked = looked(at: reference, own)
      states[segment.id] = state
    }
    return states
  }

  /// What is questionable about how many belong to a segment; nil also where somebody accepted it.
  package func sizeDoubt(of segment: Segment) -> SizeDoubt? {
    guard segment.rule != nil, let size = sizes?[segment.id],
      let doubt = SizeDoubt(size.counts, settings),
      !definitions.accepted([doubt.problem(of: segment)]).isEmpty
    else { return nil }
    return doubt
  }

  /// Who came into a segment and left it; nil where that was not read.
  package func turnover(of segment: Segment.ID) -> SegmentTurnover? {
    longMoves.map { SegmentTurnover(of: segment, $0, changes: changes, at: now, zone: zone) }
  }

  /// When a person last reviewed it, changed it or answered what was said of it.
  private func looked(at reference: DefinitionReference, _ own: [Feedback]) -> CalendarDate? {
    let changed = changes.first { change in
      change.by != DefinitionChange.outside
        && change.edits.contains { $0.reference == reference }
    }
    let reviewed = own.filter { $0.verdict == .reviewed }.map(\.at).max()
    let moments = [changed?.at, own.compactMap(\.answer?.at).max(), reviewed].compactMap(\.self)
    return moments.max().map { zone.date($0) }
  }

  /// The step that each segment waits at.
  package func steps(_ states: [Segment.ID: SegmentState]) -> [Segment.ID: LoopStep] {
    states.compactMapValues { LoopStep($0, settings, today: today) }
  }
}
