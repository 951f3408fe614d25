import JSONLogic

extension Tailor {
  /// Everything that the agent sees, memberships and questions included.
  ///
  /// A caller who is nobody known is read as a customer of whom nothing is known: every rule over their
  /// data is unknown, and the questions say what would settle most.
  package func guidance(
    for customer: Customer?,
    account: Customer? = nil,
    derived: DerivedFacts? = nil,
    in situation: Situation
  ) -> Guidance {
    let evaluator = MembershipEvaluator(segments, at: situation.now)
    let facts = CustomerFacts(
      customer ?? Customer(id: "", record: [:]),
      account: account,
      derived: derived
    )
    let reader = RuleReader(evaluator, of: facts)
    var guidance = guidance(
      customer: customer,
      account: account,
      derived: derived,
      situation: situation,
      memberships: reader.memberships,
      questions: reader.questions(languages: languages(customer, situation)),
      read: reader.reading(of:)
    )
    guidance.settlement = reader.settlement()
    return guidance
  }
}
