/// What a segment would be like if it were saved.
package struct RulePreview: Sendable {
  /// How many of those who would be in are in another segment too.
  package struct Shared: Sendable, Hashable {
    package var segment: Segment.ID
    package var count: Int

    package init(segment: Segment.ID, count: Int) {
      self.segment = segment
      self.count = count
    }
  }

  package var difference: SegmentDifference
  /// The other active segments, the most shared first; those that share nobody are left out.
  package var shared: [Shared]
  /// Other segments that somebody joins or leaves by it, because their rules ask for this one.
  package var others: [SegmentsEffect.Part]

  package init(
    difference: SegmentDifference,
    shared: [Shared],
    others: [SegmentsEffect.Part] = []
  ) {
    self.difference = difference
    self.shared = shared
    self.others = others
  }
}
