import JSONLogic
import RapportCore

extension SegmentCounter {
  /// What a rule would do to a segment, and which other active segments share those who would be in.
  func preview(
    from old: Rule?,
    to new: Rule,
    in segment: Segment.ID?,
    samples: Int
  ) throws -> RulePreview {
    let others = definitions.segments.filter { $0.status == .active && $0.id != segment }.map(\.id)
    var shared: [Segment.ID: Int] = [:]
    let difference = try difference(from: old, to: new, in: segment, samples: samples) {
      block,
      isIn in
      for (id, rows) in try members(of: others, in: block) {
        if let id { shared[id, default: 0] += rows.overlap(isIn) }
      }
    }
    let found = others.compactMap { id in
      shared[id].flatMap { $0 > 0 ? RulePreview.Shared(segment: id, count: $0) : nil }
    }
    return RulePreview(difference: difference, shared: found.sorted { $0.count > $1.count })
  }
}
