import JSONLogic

/// How much may still be looked at in one rule, and what was found of its conditions so far.
///
/// Sets of terms multiply, and every condition is looked at once for each group around it; past the
/// limit nothing is claimed, which costs findings of rules that nobody can read anyway.
final class LintEffort {
  /// Terms joined or compared, and points of attributes that conditions were read at.
  private(set) var left = 150_000
  /// What conditions say, by where they stand and by the answer.
  var conditions: [Key: [RuleSpace.Term]] = [:]

  struct Key: Hashable {
    var pointer: JSONPointer
    var answer: Answer
  }

  /// Pays for some work; false where too much was done.
  func spend(_ count: Int) -> Bool {
    left -= count
    return left >= 0
  }
}
