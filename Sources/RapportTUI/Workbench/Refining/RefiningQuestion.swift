import RapportCore

/// What is asked of a change of segments.
enum RefiningQuestion: Sendable {
  case merge(SegmentMerge)
  case places(Segment, Attribute)
  case split(SegmentSplit, Attribute)
  case retire(SegmentRetirement)
  case difference(RefiningScreen.VersionPair, DefinitionChange?)
}

struct RefiningAnswer: Sendable {
  var lines: [RefiningLine] = []
  var proposals: [SplitProposal] = []
  /// The merge with the places of customers whom somebody took in or kept out by hand.
  var merge: SegmentMerge?
  /// The split with each named customer on their side.
  var split: SegmentSplit?
  /// Customers who would be taken otherwise than somebody pinned them; the reason has to say why.
  var pins: [BrokenPin] = []
  /// Why it cannot be done.
  var refusal: String?
  /// False while it is being counted.
  var isComplete = false
}
