package import JSONLogic
package import RapportCore

/// How many customers segments and rules have, counted over columns of the whole base.
///
/// The first question makes the snapshot where there is none; later ones take milliseconds. Each
/// stops early when its task is cancelled.
package actor SegmentCounts: SegmentStatistics {
  let location: StoreLocation
  private var file: SnapshotFile
  private var contents: SnapshotContents
  private let longestTail: Int
  private let observer: CountingProgress.Observer?
  private(set) var definitions: Definitions

  private var base: CustomerBase?
  private var counter: SegmentCounter?

  /// - Parameters:
  ///   - location: the store.
  ///   - definitions: its segments and its catalog.
  ///   - longestTail: how many bytes of later lines are no reason to make a new snapshot; without
  ///     it only a snapshot that is not there is made.
  ///   - observer: is told how far long work has come.
  package init(
    _ location: StoreLocation,
    _ definitions: Definitions,
    longestTail: Int? = nil,
    observer: CountingProgress.Observer? = nil
  ) {
    self.location = location
    self.definitions = definitions
    self.longestTail = longestTail ?? .max
    contents = SnapshotContents(definitions.catalog)
    self.observer = observer
    file = SnapshotFile(location, contents: contents, observer: observer)
  }

  package func use(_ definitions: Definitions) {
    self.definitions = definitions
    counter = counter?.using(definitions)
    let wanted = SnapshotContents(definitions.catalog)
    guard wanted.columns != contents.columns else { return }
    contents = wanted
    file = SnapshotFile(location, contents: wanted, observer: observer)
    base = nil
    counter = nil
  }

  /// Makes or opens the snapshot; tells what it holds.
  package func prepare(at moment: Instant) async throws -> SnapshotSummary {
    let base = try await refresh()
    return SnapshotSummary(
      customers: base.live.cardinality + base.tailRows.count,
      damaged: base.snapshot.damaged + base.tail.damaged,
      bytes: base.snapshot.size,
      givenUp: base.snapshot.givenUp,
      path: file.path
    )
  }

  package func sizes(
    of ids: [Segment.ID]?,
    at moment: Instant
  ) async throws -> [SegmentSize] {
    let wanted = ids ?? definitions.segments.filter { $0.status != .retired }.map(\.id)
    return try await ask(at: moment) { try $0.sizes(of: wanted) }
  }

  package func overview(at moment: Instant) async throws -> SegmentOverview {
    try await ask(at: moment) { try $0.overview() }
  }

  package func size(of rule: Rule, at moment: Instant) async throws -> AnswerCounts {
    try await ask(at: moment) { try $0.size(of: rule) }
  }

  package func effect(
    of change: SegmentsChange,
    samples: Int,
    at moment: Instant
  ) async throws -> SegmentsEffect {
    try await ask(at: moment) { try $0.effect(of: change, samples: samples) }
  }

  package func preview(
    of segment: Segment,
    samples: Int,
    at moment: Instant
  ) async throws -> RulePreview {
    try await ask(at: moment) { try $0.preview(of: segment, samples: samples) }
  }

  package func distribution(
    of path: String,
    limit: Int,
    at moment: Instant
  ) async throws -> AttributeDistribution? {
    try await ask(at: moment) { try $0.distribution(of: path, limit: limit) }
  }

  package func overlaps(of ids: [Segment.ID], at moment: Instant) async throws -> [[Int]] {
    try await ask(at: moment) { try $0.overlaps(of: ids) }
  }

  package func contrast(
    _ first: CustomerGroup,
    with second: CustomerGroup,
    at moment: Instant
  ) async throws -> GroupContrast {
    try await ask(at: moment) { try $0.contrast(first, second) }
  }

  package func prepareContrasts(at moment: Instant) async throws {
    for path in definitions.catalog.sorted.filter({ !$0.personal }).map(\.path) {
      try await ask(at: moment) { $0.prepareContrast(by: path) }
      await Task.yield()
    }
  }

  package func members(_ query: MemberQuery, at moment: Instant) async throws -> MemberPage {
    try await ask(at: moment) { try $0.members(query) }
  }

  package func identities(at moment: Instant) async throws -> CustomerIdentities {
    try await ask(at: moment) { try $0.identities() }
  }

  package func demand(at moment: Instant) async throws -> Demand {
    try await ask(at: moment) { [location] counter in
      let contacts = try JournalEvents(location, seed: counter.seed).reasons()
      return try counter.demand(contacts, until: moment)
    }
  }

  /// Answers a question, again on a new snapshot where the old one turned out to be damaged.
  func ask<Answer>(
    at moment: Instant,
    _ question: (SegmentCounter) throws -> Answer
  ) async throws -> Answer {
    var base = try await refresh()
    let answer = Result { try question(try counter(for: base, at: moment)) }
    guard base.snapshot.isDamaged else { return try answer.get() }
    try Task.checkCancellation()
    base = try await refresh()
    return try question(try counter(for: base, at: moment))
  }

  /// The counter for a moment, with the conditions it has counted so far.
  private func counter(for base: CustomerBase, at moment: Instant) throws -> SegmentCounter {
    if let counter, try counter.isFor(moment) { return counter }
    let events = JournalEvents(location, seed: base.snapshot.seed)
    let counter = SegmentCounter(definitions, base, events, at: moment, observer: observer)
    self.counter = counter
    return counter
  }

  /// The customers as the file has them now.
  private func refresh() async throws -> CustomerBase {
    let status = try FileStatus(at: location.customers)
    let isDamaged = base?.snapshot.isDamaged ?? false
    if let base, let status, status == base.seen, base.limit == status.size, !isDamaged {
      return base
    }
    base = nil
    counter = nil
    let source = try RecordSource(location.customers)
    let size = source.status.size
    let limit = min(size, try ImportMarks(location).openSize() ?? size)
    let known =
      isDamaged
      ? try await file.replace(source, limit: limit)
      : try await file.prepare(source, limit: limit, longestTail: longestTail)
    if let base = try CustomerBase(source, known, limit: limit, contents: contents) {
      self.base = base
      return base
    }
    let made = try await file.replace(source, limit: limit)
    guard let base = try CustomerBase(source, made, limit: limit, contents: contents) else {
      throw FileError(.read, location.customers, code: 5)
    }
    self.base = base
    return base
  }
}
