import RapportCore

/// Something that stands in the place of a page of the workbench; Esc goes back to what was there.
struct WorkbenchScreen: Sendable {
  enum Kind: Sendable {
    /// Who is in two segments, for each pair.
    case overlaps
    /// Two segments side by side.
    case comparison(Segment.ID, Segment.ID)
    /// The customers of a group.
    case members(CustomerGroup)
    /// Why a customer is in segments or not.
    case why(OpenedCustomer, [Segment.ID])
    /// Whom of a segment to call; `others` counts how often others were drawn.
    case calls(Segment.ID, others: Int)
  }

  var kind: Kind
  /// The row that the cursor is on, and the first one on the screen.
  var place = SegmentProfile.Place()
  /// The column that the cursor is on, where there are several.
  var column = 0

  init(_ kind: Kind) { self.kind = kind }

  var context: Context {
    switch kind {
    case .overlaps: .overlaps
    case .comparison: .comparison
    case .members: .memberList
    case .why: .memberWhy
    case .calls: .callList
    }
  }
}
