import JSONLogic

/// Reads what a supervisor's week is told from.
package struct WeekReader: Sendable {
  private let journal: any Journal
  private let store: (any DefinitionStore)?
  private let statistics: (any SegmentStatistics)?
  private let source: (any ReviewSource)?

  /// Without one of them what it would tell is not known.
  package init(
    journal: any Journal,
    store: (any DefinitionStore)?,
    statistics: (any SegmentStatistics)?,
    source: (any ReviewSource)?
  ) {
    self.journal = journal
    self.store = store
    self.statistics = statistics
    self.source = source
  }

  /// What can be read; the rest is named in `unread`.
  ///
  /// - Parameters:
  ///   - definitions: as they are.
  ///   - now: the end of the week; what is later is left out.
  /// - Returns: the facts; where the task is cancelled, those that were read by then.
  package func facts(of definitions: Definitions, at now: Instant) async -> WeekFacts {
    var facts = WeekFacts(definitions, at: now)
    let (journal, statistics, source) = (journal, statistics, source)
    let ids = definitions.segments.filter { $0.status != .retired }.map(\.id)
    await read("feedback", &facts) { facts in
      facts.feedback = try await journal.feedback(limit: .max).filter { $0.at <= now }
    }
    if let store {
      await read("the history of definitions", &facts) { facts in
        facts.changes = try await store.changes(of: nil, limit: .max).filter { $0.at <= now }
      }
    }
    if let source {
      await read("satisfaction", &facts) { facts in
        facts.satisfaction = try await source.satisfaction(of: ids, at: now)
      }
      await read("follow-ups", &facts) { facts in
        facts.overdue = try await source.overdue(on: facts.today, zone: facts.zone)
      }
      await read("changes under test", &facts) { $0.adjustments = try await source.adjustments() }
    }
    guard let statistics else { return facts }
    await read("sizes", &facts) { facts in
      let sizes = try await statistics.sizes(of: ids, at: now)
      facts.sizes = Dictionary(sizes.map { ($0.id, $0) }) { first, _ in first }
    }
    await read("what changed rules did", &facts) { facts in
      for segment in facts.changed {
        let change = SegmentsChange([segment])
        facts.moves[segment.id] = try await statistics.effect(of: change, samples: 0, at: now)[
          segment.id
        ]
      }
    }
    await read("who needs which script", &facts) { facts in
      facts.gaps = GapReport(Coverage(definitions, demand: try await statistics.demand(at: now)))
    }
    if let source {
      await read("what changed records did", &facts) { facts in
        facts.recordMoves = try await source.moves(definitions, since: facts.start, at: now)
      }
      await read("how old values are", &facts) { facts in
        facts.stale = try await source.stale(definitions, at: now)
      }
      await read("who came and went", &facts) { facts in
        // Where a week is too much to compare, so is a longer time.
        if case .tooMany = facts.recordMoves {
          facts.longMoves = facts.recordMoves
        } else {
          let start = SegmentTurnover.start(before: now)
          facts.longMoves = try await source.moves(definitions, since: start, at: now)
        }
      }
    }
    return facts
  }

  private func read(
    _ what: String,
    _ facts: inout WeekFacts,
    _ body: (inout WeekFacts) async throws -> Void
  ) async {
    guard !Task.isCancelled else { return }
    do {
      try await body(&facts)
    } catch is CancellationError {
      return
    } catch {
      facts.unread.append("\(what): \(error)")
    }
  }
}

extension WeekFacts {
  /// The segments in which somebody decided this week who belongs, by the rule or by hand, as they were
  /// at its start and as they are.
  package var changed: [SegmentsChange.Pair] {
    active.compactMap { segment in
      let reference = DefinitionReference(.segment, segment.id.rawValue)
      let edits = changes.filter { $0.at > start }
        .flatMap { change in change.edits.reversed().filter { $0.reference == reference } }
      // The newest first, so that the last one says how it began.
      guard let first = edits.last, let last = edits.first else { return nil }
      func version(_ json: JSON?) -> Segment? {
        json.flatMap { Segment(decoding: $0, id: segment.id) }
      }
      let pair = SegmentsChange.Pair(
        segment.id,
        before: version(first.before),
        after: version(last.after)
      )
      return SegmentsChange([pair]).keepsMembers ? nil : pair
    }
  }
}
