import RapportCore

/// What was counted of the customers, as far as it is known.
struct WorkbenchStatistics: Sendable {
  /// What a contrast is of, and of which state of the store.
  struct ContrastKey: Sendable, Hashable {
    var first: CustomerGroup
    var second: CustomerGroup
    var stamp: Int
  }

  /// What a call list is of; `others` counts how often others were drawn.
  struct CallKey: Sendable, Hashable {
    var segment: Segment.ID
    var others: Int
  }

  /// What doubts are of: votes on a segment, and which state of the store.
  struct DoubtKey: Sendable, Hashable {
    var segment: Segment.ID
    var votes: [Feedback.ID]
    var stamp: Int
  }

  /// Raised whenever definitions or customers change: what was counted before is asked anew.
  var stamp = 0
  /// Sizes of all segments, and how the customers spread over them.
  var overview = Counted<SegmentOverview>()
  /// How far customers can be told apart.
  var identities = Counted<CustomerIdentities>()
  /// What sets apart the groups of the key.
  var contrast = Counted<GroupContrast>()
  var contrastKey: ContrastKey?
  /// Who is in two segments, for each pair.
  var overlaps = Counted<OverlapMatrix>()
  var overlapsStamp: Int?
  /// What votes say of the conditions of a segment's rule.
  var doubts = Counted<[ConditionDoubt]>()
  var doubtKey: DoubtKey?
  /// Whom of a segment to call.
  var calls = Counted<CallList>()
  var callKey: CallKey?
  /// The members that are listed.
  var members = MemberList(.everybody)

  /// Other customers belong now: no figure of before may stand as if it were of now.
  mutating func forget() {
    overview.forget()
    contrast.forget()
    overlaps.forget()
    doubts.forget()
    members.forget()
    (contrastKey, overlapsStamp, doubtKey) = (nil, nil, nil)
  }
}
