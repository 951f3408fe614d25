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
