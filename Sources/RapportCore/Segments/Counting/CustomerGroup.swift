/// Some of the customers, by the segments that they are in.
package enum CustomerGroup: Hashable, Sendable {
  case everybody
  /// Who is in all of some segments.
  case members([Segment.ID])
  /// Of whom it is not known whether they are in a segment.
  case notKnown(Segment.ID)
  /// Who is not in a segment, be it that it is not known.
  case rest(of: Segment.ID)
  /// Who is in no active segment.
  case inNone
  /// Who is in two active segments or more.
  case inSeveral
}
