/// Who came into a segment and went out of it because something new became known of them.
package struct SizeMove: Sendable, Hashable {
  package var joined = 0
  package var left = 0
  /// Members who changed and have no earlier record, so that it is not known whether they were in.
  package var notKnown = 0

  package init() {}
}

/// What changed records did to segments.
package enum RecordMoves: Sendable {
  case counted([Segment.ID: SizeMove])
  /// More customers changed than can be compared one by one.
  case tooMany(Int)
}
