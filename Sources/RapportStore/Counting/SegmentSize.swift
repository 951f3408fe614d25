package import JSONLogic
package import RapportCore

/// How many customers a segment has.
package struct SegmentSize: Sendable, Identifiable {
  package var id: Segment.ID
  package var counts: AnswerCounts
  /// How many of them a person decided.
  package var manual: Int
}

/// What would change if a rule took another's place.
package struct SegmentDifference: Sendable {
  package var before: AnswerCounts
  package var after: AnswerCounts
  package var joining: Int
  package var leaving: Int
  /// Some of them, by id, in the order of the file.
  package var joiners: [Customer.ID]
  package var leavers: [Customer.ID]
}

/// What a snapshot holds.
package struct SnapshotSummary: Sendable {
  package var customers: Int
  /// Lines that could not be read.
  package var damaged: Int
  package var bytes: Int
  /// Attributes without a column: they have too many different texts.
  package var givenUp: [String]
  /// Where it is kept; nil where it is in memory only.
  package var path: String?
}
