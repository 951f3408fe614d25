import RapportCore

/// What was counted of the customers, as far as it is known.
struct WorkbenchStatistics: Sendable {
  /// Sizes of all segments, and how the customers spread over them.
  var overview = Counted<SegmentOverview>()
}
