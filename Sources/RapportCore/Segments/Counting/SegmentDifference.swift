package import JSONLogic

/// What would change if a rule took another's place.
package struct SegmentDifference: Sendable {
  package var before = AnswerCounts()
  package var after = AnswerCounts()
  package var joining = 0
  package var leaving = 0
  /// Some of them, by id, in the order of the file.
  package var joiners: [Customer.ID] = []
  package var leavers: [Customer.ID] = []

  package init() {}
}
