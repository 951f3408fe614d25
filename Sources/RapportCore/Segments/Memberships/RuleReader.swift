package import JSONLogic

/// Reads one rule after the other about one customer: the segments', eligibilities of services, conditions of
/// scripts; and finds what to ask next.
///
/// What a condition said of a value before is not worked out again; a rule that cannot be taken apart is
/// read as a whole.
package final class RuleReader {
  let evaluator: MembershipEvaluator
  let facts: CustomerFacts
  /// Strongest first.
  package let memberships: [Membership]
  private var reading: CustomerReading
  private var openRules: [OpenRule]?
  private var askable: [String: Bool] = [:]
  private var readings: [ObjectIdentifier: RuleReading] = [:]

  /// Finds the memberships first.
  package init(_ evaluator: MembershipEvaluator, of facts: CustomerFacts) {
    self.evaluator = evaluator
    self.facts = facts
    var reading = evaluator.reading(of: facts)
    memberships = evaluator.memberships(&reading, of: facts)
    self.reading = reading
  }

  package init(
    _ evaluator: MembershipEvaluator,
    of facts: CustomerFacts,
    memberships: [Membership]
  ) {
    self.evaluator = evaluator
    self.facts = facts
    self.memberships = memberships
    var reading = evaluator.reading(of: facts)
    for membership in memberships {
      guard let place = evaluator.prepared.places[membership.segment] else { continue }
      reading.settle(place, membership.answer)
    }
    self.reading = reading
  }

  package func judge(_ rule: Rule) -> Judgement {
    guard let parts = evaluator.prepared.parts(of: rule), let known = judge(parts) else {
      return evaluator.judge(rule, of: facts, memberships: memberships)
    }
    return known
  }

  /// What a rule says, and why in one line; equal rules are read once.
  package func reading(of rule: Rule) -> RuleReading {
    let parts = evaluator.prepared.parts(of: rule)
    if let known = parts.flatMap({ readings[ObjectIdentifier($0)] }) { return known }
    let judgement = judge(rule)
    let reading = RuleReading(judgement.answer, because: judgement.why)
    if let parts { readings[ObjectIdentifier(parts)] = reading }
    return reading
  }

  /// Nil where a condition is broken.
  private func judge(_ parts: PreparedRule) -> Judgement? {
    evaluator.memo.withReadings { readings in
      reading.read(parts, &readings).map {
        Judgement(answer: Membership.Answer($0), because: reading.reasons(parts))
      }
    }
  }

  /// What keeps the unknown memberships open, strongest first.
  var open: [OpenRule] {
    if let openRules { return openRules }
    let found = findOpenRules()
    openRules = found
    return found
  }

  /// Nil where a condition is broken.
  func open(_ parts: PreparedRule, _ segment: Segment.ID, _ position: Int) -> OpenRule? {
    evaluator.memo.withReadings { readings in
      guard reading.read(parts, &readings) != nil else { return nil }
      var open = OpenRule(segment, position: position)
      reading.open(parts, into: &open)
      return open
    }
  }

  /// Whether the customer can be asked for an attribute: it has a question, and they did not lately say that
  /// they do not want to tell.
  func isAskable(_ path: String) -> Bool {
    if let known = askable[path] { return known }
    let isAskable =
      evaluator.definitions.catalog[path].map { evaluator.isAskable($0, facts) } ?? false
    askable[path] = isAskable
    return isAskable
  }
}
