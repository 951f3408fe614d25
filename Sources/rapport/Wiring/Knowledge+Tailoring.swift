import RapportCore
import RapportTUI

extension Knowledge {
  /// The definitions with the domain's own functions over them; made once, as it prepares templates.
  init(_ definitions: Definitions) {
    let tailor = Tailor(definitions)
    self.init(
      definitions: definitions,
      guide: { customer, account, situation in
        tailor.guidance(for: customer, account: account, in: situation)
      },
      evaluate: { customer, account, now in
        MembershipEvaluator(tailor.segments, at: now)
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
}
