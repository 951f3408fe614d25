import JSONLogic
import RapportCore

extension SegmentCounter {
  /// The sizes of all segments, and how many customers are in none or several of the active ones.
  func overview() throws -> SegmentOverview {
    var overview = SegmentOverview(sizes: try sizes(of: definitions.segments.map(\.id)))
    let active = definitions.segments.filter { $0.status == .active }.map(\.id)
    for block in blocks {
      try Task.checkCancellation()
      var once = BitMap(count: block.live.count)
      var twice = once
      for (_, rows) in try members(of: active, in: block) {
        twice = twice.union(once.intersection(rows))
        once = once.union(rows)
      }
      let all = block.live.cardinality
      overview.customers += all
      overview.inNone += all - once.cardinality
      overview.inSeveral += twice.cardinality
    }
    return overview
  }
}
