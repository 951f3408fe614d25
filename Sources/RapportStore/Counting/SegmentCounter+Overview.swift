import JSONLogic
import RapportCore

extension SegmentCounter {
  /// The sizes of all segments, and how many customers are in none or several of the active ones.
  func overview() throws -> SegmentOverview {
    let ids = definitions.segments.map(\.id)
    for block in blocks { _ = try answers(of: ids, in: block) }
    var overview = SegmentOverview(sizes: try sizes(of: ids))
    for block in blocks {
      try Task.checkCancellation()
      let (once, twice) = try spread(in: block)
      let all = block.live.cardinality
      overview.customers += all
      overview.inNone += all - once.cardinality
      overview.inSeveral += twice.cardinality
    }
    return overview
  }

  /// Who is in an active segment, and who is in two or more.
  private func spread(in block: any CustomerBlock) throws -> (once: BitMap, twice: BitMap) {
    let active = definitions.segments.filter { $0.status == .active }.map(\.id)
    var once = BitMap(count: block.live.count)
    var twice = once
    for (_, rows) in try members(of: active, in: block) {
      twice = twice.union(once.intersection(rows))
      once = once.union(rows)
    }
    return (once, twice)
  }

  /// The rows of a group that count.
  func rows(of group: CustomerGroup, in block: any CustomerBlock) throws -> BitMap {
    switch group {
    case .everybody: return block.live
    case .members(let ids):
      let maps = try answers(of: ids, in: block)
      return ids.reduce(block.live) { rows, id in
        rows.intersection(maps[id]?.isIn ?? BitMap(count: block.live.count))
      }
    case .notKnown(let id):
      let unknown = try answers(of: [id], in: block)[id]?.unknown
      return block.live.intersection(unknown ?? BitMap(count: block.live.count))
    case .rest(let id): return block.live.subtracting(try rows(of: .members([id]), in: block))
    case .inNone: return block.live.subtracting(try spread(in: block).once)
    case .inSeveral: return try spread(in: block).twice
    }
  }
}
