package import RapportCore

extension Knowledge {
  /// The definitions with the domain's own functions over them; made once, as it prepares templates.
  package init(_ definitions: Definitions) {
    let tailor = Tailor(definitions)
    self.init(
      definitions: definitions,
      guide: { customer, account, situation in
        Self.guidance(customer, account: account, situation, tailor: tailor)
      },
      evaluate: { customer, account, now in
        MembershipEvaluator(definitions, at: now)
          .memberships(of: CustomerFacts(customer, account: account))
      },
      accepts: { value, ask in tailor.accepts(value, for: ask) },
      recognise: { text, script in
        let found = tailor.recognize(in: text, for: script)
        return Dictionary(
          found.compactMap { value in value.values.first.map { (value.ask.id, $0) } }
        ) { first, _ in first }
      }
    )
  }

  private static func guidance(
    _ customer: Customer?,
    account: Customer?,
    _ situation: Situation,
    tailor: Tailor
  ) -> Guidance {
    guard let customer else {
      return tailor.guidance(
        customer: nil,
        account: nil,
        situation: situation,
        memberships: [],
        read: { _ in RuleReading(.unknown, because: "nobody is known yet") }
      )
    }
    let evaluator = MembershipEvaluator(tailor.definitions, at: situation.now)
    let facts = CustomerFacts(customer, account: account)
    let memberships = evaluator.memberships(of: facts)
    return tailor.guidance(
      customer: customer,
      account: account,
      situation: situation,
      memberships: memberships,
      questions: evaluator.questions(
        for: facts,
        memberships: memberships,
        languages: tailor.languages(customer, situation)
      ),
      read: { rule in
        let judgement = evaluator.judge(rule, of: facts, memberships: memberships)
        return RuleReading(
          judgement.answer,
          because: judgement.because.map(\.text).joined(separator: ", ")
        )
      }
    )
  }
}
