import RapportCore
import RapportStore

extension OpenStore {
  /// Reads what a week is told from.
  var weekReader: WeekReader {
    WeekReader(
      journal: journal,
      store: definitionStore,
      statistics: SegmentCounts(location, definitions),
      source: JSONReviewSource(location, directory)
    )
  }

  /// Who came into a segment and left it lately.
  func turnover(of segment: Segment.ID) throws -> SegmentTurnover {
    let (definitions, store, moment) = (definitions, definitionStore, now)
    let source = JSONReviewSource(location, directory)
    let zone = TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    return try blocking {
      let start = SegmentTurnover.start(before: moment)
      let moves = try await source.moves(definitions, since: start, at: moment)
      let reference = DefinitionReference(.segment, segment.rawValue)
      let changes = try await store.changes(of: reference, limit: .max).filter { $0.at <= moment }
      return SegmentTurnover(of: segment, moves, changes: changes, at: moment, zone: zone)
    }
  }

  /// Members of a segment to call; the seed is the day's number where none is given.
  func callList(of segment: Segment, count: Int, seed: UInt64?) throws -> CallList {
    let lists = JSONCallLists(location, directory, journal)
    let (definitions, now) = (definitions, now)
    return try blocking {
      try await lists.callList(
        of: segment,
        count: count,
        seed: seed ?? CallList.seed(of: now, definitions.settings),
        definitions,
        at: now
      )
    }
  }
}
