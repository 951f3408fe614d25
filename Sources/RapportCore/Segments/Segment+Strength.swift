import JSONLogic

extension Segment {
  /// The order in which segments decide: priority, then the more conditions, then the id.
  package static func isStronger(_ left: Segment, _ right: Segment) -> Bool {
    if left.priority != right.priority { return left.priority < right.priority }
    let (leftCount, rightCount) = (left.conditionCount, right.conditionCount)
    if leftCount != rightCount { return leftCount > rightCount }
    return left.id < right.id
  }

  /// How many facts the rule compares; 0 without a rule that can be used.
  package var conditionCount: Int { rule.map { $0.conditions.count { $0.literal == nil } } ?? 0 }
}
