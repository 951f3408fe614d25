/// What a rule would do to a segment if it were saved.
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

  package init(difference: SegmentDifference, shared: [Shared]) {
    self.difference = difference
    self.shared = shared
  }
}
