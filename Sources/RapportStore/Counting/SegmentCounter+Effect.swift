import JSONLogic
import RapportCore

extension SegmentCounter {
  /// Who joins and who leaves which segment when some are changed; `observing` is told of each block
  /// with the counter of what would be.
  func effect(
    of change: SegmentsChange,
    samples: Int,
    observing: (any CustomerBlock, SegmentCounter) throws -> Void = { _, _ in }
  ) throws -> SegmentsEffect {
    let before = replacing(
      change.pairs.filter { !isCurrent($0.id, $0.before) }.map { ($0.id, $0.before) }
    )
    let after = replacing(change.pairs.map { ($0.id, $0.after) })
    let direct = Set(change.pairs.map(\.id))
    var others = after.graph.dependents(on: direct)
    others += before.graph.dependents(on: direct).filter { !others.contains($0) }
    let ids = change.pairs.map(\.id) + others
    var effect = SegmentsEffect(
      parts: ids.map { .init($0, isDirect: direct.contains($0), SegmentDifference()) }
    )
    for block in blocks {
      let (old, new) = (
        try before.answers(of: ids, in: block), try after.answers(of: ids, in: block)
      )
      let nobody = AnswerMap(.out, count: block.live.count)
      var was = BitMap(count: block.live.count)
      var will = was
      for (position, id) in ids.enumerated() {
        try Task.checkCancellation()
        let (left, right) = (old[id] ?? nobody, new[id] ?? nobody)
        try effect.parts[position].difference.add(left, right, in: block, samples, of: self)
        guard change.together.contains(id) else { continue }
        was = was.union(left.isIn)
        will = will.union(right.isIn)
      }
      effect.fromNone += will.subtracting(was).overlap(block.live)
      effect.toNone += was.subtracting(will).overlap(block.live)
      try observing(block, after)
    }
    return effect
  }

  /// What a segment would be like, and which other active ones share those who would be in.
  func preview(of segment: Segment, samples: Int) throws -> RulePreview {
    let shown = definitions.segments.filter { $0.status == .active && $0.id != segment.id }.map(
      \.id
    )
    var shared: [Segment.ID: Int] = [:]
    let change = SegmentsChange([
      .init(segment.id, before: segments[segment.id], after: segment)
    ])
    let effect = try effect(of: change, samples: samples) { block, after in
      let answers = try after.answers(of: [segment.id] + shown, in: block)
      guard let own = answers[segment.id]?.isIn.intersection(block.live) else { return }
      for id in shown { shared[id, default: 0] += answers[id]?.isIn.overlap(own) ?? 0 }
    }
    let found = shown.compactMap { id in
      shared[id].flatMap { $0 > 0 ? RulePreview.Shared(segment: id, count: $0) : nil }
    }
    return RulePreview(
      difference: effect[segment.id],
      shared: found.sorted { $0.count > $1.count },
      others: effect.parts.filter { !$0.isDirect && $0.isSeen }
    )
  }

  /// Whether the segment is that already, so that its answers are those that are kept.
  private func isCurrent(_ id: Segment.ID, _ segment: Segment?) -> Bool {
    SegmentsChange([.init(id, before: segments[id], after: segment)]).keepsMembers
  }
}

extension SegmentDifference {
  /// Adds the rows of a block that count.
  fileprivate mutating func add(
    _ old: AnswerMap,
    _ new: AnswerMap,
    in block: any CustomerBlock,
    _ samples: Int,
    of counter: SegmentCounter
  ) throws {
    before = before + old.counts(within: block.live)
    after = after + new.counts(within: block.live)
    let come = new.isIn.subtracting(old.isIn).intersection(block.live)
    let gone = old.isIn.subtracting(new.isIn).intersection(block.live)
    joining += come.cardinality
    leaving += gone.cardinality
    joiners += try counter.ids(come, in: block, samples - joiners.count)
    leavers += try counter.ids(gone, in: block, samples - leavers.count)
  }
}
