package import JSONLogic

/// Who a change of a segment takes in and lets go, of today's customers.
package struct MemberDelta: Sendable {
  package var difference: SegmentDifference
  /// Other segments that somebody joins or leaves by it.
  package var others: [SegmentsEffect.Part]

  /// `938 joined, 12 left, of today's customers`.
  package var words: String {
    let (joined, left) = (difference.joining, difference.leaving)
    guard joined + left > 0 else { return "nobody joined or left, of today's customers" }
    return "\(countWords(joined)) joined, \(countWords(left)) left, of today's customers"
  }

  /// Between two versions of a segment's JSON; nil where the same decides in both who belongs.
  package static func counted(
    from old: JSON?,
    to new: JSON?,
    in segment: Segment.ID,
    _ statistics: any SegmentStatistics,
    samples: Int = 5,
    at moment: Instant
  ) async throws -> MemberDelta? {
    func version(_ json: JSON?) -> Segment? {
      json.flatMap { Segment(decoding: $0, id: segment) }
    }
    let change = SegmentsChange([.init(segment, before: version(old), after: version(new))])
    guard !change.keepsMembers else { return nil }
    let effect = try await statistics.effect(of: change, samples: samples, at: moment)
    return MemberDelta(
      difference: effect[segment],
      others: effect.parts.filter { !$0.isDirect && $0.isSeen }
    )
  }
}
