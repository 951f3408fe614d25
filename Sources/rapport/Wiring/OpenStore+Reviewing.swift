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
