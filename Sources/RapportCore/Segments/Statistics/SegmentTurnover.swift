import JSONLogic

/// Who came into a segment and left it lately, as far as records tell.
package struct SegmentTurnover: Sendable, Hashable {
  /// The days that are looked back on.
  package static let days = 30

  package enum Moves: Sendable, Hashable {
    case counted(SizeMove)
    /// More customers changed than can be compared one by one.
    case tooMany(Int)
  }

  package var moves: Moves
  /// The day within the period on which its rule changed last; nil where it is older.
  package var ruleChanged: CalendarDate?

  package init(_ moves: Moves, ruleChanged: CalendarDate? = nil) {
    self.moves = moves
    self.ruleChanged = ruleChanged
  }

  /// - Parameters:
  ///   - segment: whose.
  ///   - moves: what changed records did in the period.
  ///   - changes: of any definitions, the newest first.
  ///   - now: the end of the period.
  ///   - zone: whose days are told.
  package init(
    of segment: Segment.ID,
    _ moves: RecordMoves,
    changes: [DefinitionChange],
    at now: Instant,
    zone: Zone
  ) {
    switch moves {
    case .counted(let moves): self.moves = .counted(moves[segment] ?? SizeMove())
    case .tooMany(let count): self.moves = .tooMany(count)
    }
    let reference = DefinitionReference(.segment, segment.rawValue)
    let start = Self.start(before: now)
    let changed = changes.first { change in
      change.at > start
        && change.edits.contains { edit in
          edit.reference == reference && edit.before?["rule"] != edit.after?["rule"]
        }
    }
    ruleChanged = changed.map { zone.date($0.at) }
  }

  package static func start(before now: Instant) -> Instant {
    now.adding(seconds: -Int64(days) * 86_400)
  }
}

extension Rule {
  /// Whether its answer about a customer can change while their record stays as it is.
  package func changesByItself(_ catalog: AttributeCatalog) -> Bool {
    var readsDay = false
    root.visit { node in
      if case .custom("within_days") = node.kind { readsDay = true }
      if case .custom("age_years") = node.kind { readsDay = true }
    }
    return readsDay || !derivationSources(catalog).isEmpty
  }
}
