package import JSONLogic

/// Reads one rule after the other about one customer: eligibilities of services, conditions of scripts.
///
/// What a condition said of a value before is not worked out again, as with segments; a rule that cannot
/// be taken apart, or asks for segments, is read as a whole.
package final class RuleReader {
  private let evaluator: MembershipEvaluator
  private let facts: CustomerFacts
  private let memberships: [Membership]
  private var reading: CustomerReading

  package init(
    _ evaluator: MembershipEvaluator,
    of facts: CustomerFacts,
    memberships: [Membership]
  ) {
    self.evaluator = evaluator
    self.facts = facts
    self.memberships = memberships
    reading = CustomerReading(evaluator.prepared, facts, evaluator.operations, evaluator.words)
  }

  package func judge(_ rule: Rule) -> Judgement {
    guard let parts = evaluator.prepared.parts(of: rule), let known = judge(parts) else {
      return evaluator.judge(rule, of: facts, memberships: memberships)
    }
    return known
  }

  /// Nil where a condition is broken.
  private func judge(_ parts: PreparedRule) -> Judgement? {
    evaluator.memo.withReadings { readings in
      reading.read(parts, &readings).map {
        Judgement(answer: Membership.Answer($0), because: reading.reasons(parts))
      }
    }
  }
}
