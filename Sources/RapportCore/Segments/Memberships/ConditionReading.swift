import JSONLogic

/// What one condition says of one value, in words.
final class ConditionReading: Sendable {
  let answer: Answer
  /// For *in* and *out*.
  let reason: Membership.Reason?
  /// For *unknown*: what is missing, or cannot be read.
  let gaps: [Membership.Reason]
  /// How little is missing to the answer that the rule wants: a number, or days.
  let near: NearMissWords.Candidate?
  let late: NearMissWords.Candidate?

  init(
    _ condition: PreparedCondition,
    _ facts: CustomerFacts,
    _ operations: Operations,
    _ words: ConditionWords
  ) {
    let explanation = condition.rule.explain(facts, operations: operations)
    answer = explanation.answer
    let reasons = ReasonWords(words)
    let nearMisses = NearMissWords(words)
    switch answer {
    case .in, .out:
      reason = reasons.reason(explanation, isNegated: condition.isNegated)
      gaps = []
    case .unknown:
      reason = nil
      gaps = reasons.gaps(explanation)
    case .broken:
      reason = nil
      gaps = []
    }
    let wanted = condition.isNegated ? Answer.out : .in
    near =
      answer == wanted
      ? nil
      : nearMisses.nearestAmount(
        condition.isNegated ? condition.opposite : condition.rule,
        facts,
        operations
      )
    switch condition.inTime {
    case .in? where answer == .out:
      late = nearMisses.lateness(explanation).first
    case .out? where answer == .in:
      late = nearMisses.lateness(condition.opposite.explain(facts, operations: operations)).first
    default: late = nil
    }
  }
}
