package import JSONLogic

/// A place where a segment could be divided, with what is known of each side.
package struct SplitProposal: Sendable {
  package var cut: SegmentCut
  package var sides: [SegmentOutcome]
  /// Members of whom the value is not known.
  package var unknown: Int

  package var isEmptyOnOneSide: Bool { sides.contains { $0.customers == 0 } }

  /// How many are on the smaller side.
  var balance: Int { sides.compactMap(\.customers).min() ?? 0 }

  /// Places that divide the members, at most so many: thresholds at their fifths and their middle,
  /// else the most frequent values.
  package static func candidates(
    _ attribute: Attribute,
    _ values: AttributeValues,
    limit: Int = 5
  ) -> [JSON] {
    let known = values.entries.reduce(0) { $0 + $1.count }
    guard values.entries.count > 1, known > 0 else { return [] }
    guard SegmentCut.isOrdered(attribute.kind) else {
      return values.entries.sorted { $0.count > $1.count }.prefix(limit).map(\.value)
    }
    var cuts: [JSON] = []
    for share in [0.5, 0.2, 0.4, 0.6, 0.8].prefix(limit) {
      let wanted = Double(known) * share
      var below = 0
      var nearest: (distance: Double, value: JSON)?
      for entry in values.entries {
        let distance = abs(Double(below) - wanted)
        if below > 0, nearest.map({ distance < $0.distance }) ?? true {
          nearest = (distance, entry.value)
        }
        below += entry.count
      }
      if let value = nearest?.value, !cuts.contains(value) { cuts.append(value) }
    }
    return cuts
  }

  /// The proposals for one attribute, in the order of the candidates.
  package static func proposals(
    for segment: Segment,
    by attribute: Attribute,
    at values: [JSON],
    _ insight: any SegmentInsight,
    now: Instant
  ) async throws -> [SplitProposal] {
    guard let rule = segment.rule else { return [] }
    let cuts = values.map { SegmentCut(attribute, at: $0) }
    let operations = RuleOperations.names
    var rules = [rule]
    for side in cuts.flatMap(\.sides) {
      rules.append(try Rule(["and": [rule.json, side]], operations: operations))
    }
    let outcomes = try await insight.outcomes(of: rules, at: now)
    guard outcomes.count == rules.count, let all = outcomes[0].customers else { return [] }
    return cuts.enumerated().map { position, cut in
      let sides = Array(outcomes[(1 + 2 * position)..<(3 + 2 * position)])
      let known = sides.compactMap(\.customers).reduce(0, +)
      return SplitProposal(cut: cut, sides: sides, unknown: max(0, all - known))
    }
  }

  /// For each attribute that could divide a segment the place nearest to its middle.
  ///
  /// Those that leave more on the smaller side come first; personal and protected attributes are left
  /// out.
  package static func overview(
    of segment: Segment,
    in catalog: AttributeCatalog,
    _ insight: any SegmentInsight,
    now: Instant
  ) async throws -> [SplitProposal] {
    var proposals: [SplitProposal] = []
    for attribute in catalog.sorted where !attribute.personal && !attribute.protected {
      // What follows from a date divides as the date itself does.
      guard ![.text, .list, .version].contains(attribute.kind),
        attribute.derivation?.source != .record
      else { continue }
      guard
        let values = try await insight.values(
          at: attribute.path,
          ofMembersOf: segment.id,
          at: now
        )
      else { continue }
      let cuts = candidates(attribute, values, limit: 1)
      proposals += try await self.proposals(
        for: segment,
        by: attribute,
        at: cuts,
        insight,
        now: now
      )
    }
    return proposals.filter { !$0.isEmptyOnOneSide }
      .sorted { ($1.balance, $0.cut.attribute.path) < ($0.balance, $1.cut.attribute.path) }
  }
}
