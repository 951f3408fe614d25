package import JSONLogic

/// Tells what came of segments and of parts of them, over the whole base.
///
/// Every call is asynchronous and stops early when its task is cancelled. Each throws what keeps
/// customers or journals from being read.
package protocol SegmentInsight: Sendable {
  /// The values that members of a segment have at a path; nil where they cannot be counted.
  func values(
    at path: String,
    ofMembersOf segment: Segment.ID,
    at moment: Instant
  ) async throws -> AttributeValues?

  /// What came of the contacts with the customers that each rule holds for, in the year until the
  /// moment.
  func outcomes(of rules: [Rule], at moment: Instant) async throws -> [SegmentOutcome]

  /// What came of the contacts with members of a segment, by the segment's revision at that time.
  func outcomes(
    ofVersionsOf segment: Segment.ID,
    at moment: Instant
  ) async throws -> [Int: SegmentOutcome]
}
