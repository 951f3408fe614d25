package import JSONLogic

/// How many customers a segment has.
package struct SegmentSize: Sendable, Identifiable {
  package var id: Segment.ID
  package var counts: AnswerCounts
  /// How many of them a person decided.
  package var manual: Int

  package init(id: Segment.ID, counts: AnswerCounts = AnswerCounts(), manual: Int = 0) {
    self.id = id
    self.counts = counts
    self.manual = manual
  }
}
