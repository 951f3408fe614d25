import JSONLogic

/// Answers for one customer, from their record to what the agent sees.
///
/// Made once for a set of definitions; safe to use from several threads. Guidance for one customer
/// takes well under a millisecond, so the interface asks for it at every key.
package struct Adviser: Sendable {
  package let definitions: Definitions
  package let tailor: Tailor

  package init(_ definitions: Definitions) {
    self.definitions = definitions
    tailor = Tailor(definitions)
  }

  /// What the agent sees for a customer, or for a caller who is nobody known.
  package func guidance(
    for customer: Customer?,
    account: Customer? = nil,
    in situation: Situation
  ) -> Guidance {
    let evaluator = evaluator(at: situation.now, for: situation.agent)
    let facts = CustomerFacts(customer ?? .unknown, account: account)
    let memberships = customer == nil ? [] : evaluator.memberships(of: facts)
    let questions = evaluator.questions(
      for: facts,
      memberships: memberships,
      languages: tailor.languages(customer, situation)
    )
    return tailor.guidance(
      customer: customer,
      account: account,
      situation: situation,
      memberships: memberships,
      questions: questions
    ) { rule in
      let judgement = evaluator.judge(rule, of: facts, memberships: memberships)
      return RuleReading(judgement.answer, because: judgement.why)
    }
  }

  /// The answers for all active segments, strongest first.
  package func memberships(
    of customer: Customer,
    account: Customer? = nil,
    at now: Instant,
    for agent: Agent? = nil
  ) -> [Membership] {
    evaluator(at: now, for: agent).memberships(of: CustomerFacts(customer, account: account))
  }

  /// Reasons are for the agent, so they are in the agent's languages.
  private func evaluator(at now: Instant, for agent: Agent?) -> MembershipEvaluator {
    MembershipEvaluator(definitions, at: now, languages: agent?.languages ?? [])
  }
}

extension Customer {
  /// Somebody of whom nothing is known, so that every rule about them is unknown.
  fileprivate static let unknown = Customer(id: "", record: JSONObject())
}
