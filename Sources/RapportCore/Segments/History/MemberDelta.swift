package import JSONLogic

/// Who a change of a segment's rule takes in and lets go, of today's customers.
package struct MemberDelta: Sendable {
  package var difference: SegmentDifference

  /// `938 joined, 12 left, of today's customers`.
  package var words: String {
    let (joined, left) = (difference.joining, difference.leaving)
    guard joined + left > 0 else { return "nobody joined or left, of today's customers" }
    return "\(countWords(joined)) joined, \(countWords(left)) left, of today's customers"
  }

  /// Nil where both rules are the same.
  package static func counted(
    from old: Rule?,
    to new: Rule?,
    in segment: Segment.ID,
    _ statistics: any SegmentStatistics,
    samples: Int = 5,
    at moment: Instant
  ) async throws -> MemberDelta? {
    guard old?.json != new?.json else { return nil }
    let nobody = try Rule(false, operations: RuleOperations.names)
    return MemberDelta(
      difference: try await statistics.difference(
        from: old,
        to: new ?? nobody,
        in: segment,
        samples: samples,
        at: moment
      )
    )
  }
}
