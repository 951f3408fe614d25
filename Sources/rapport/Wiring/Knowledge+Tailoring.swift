import RapportCore
import RapportTUI

extension Knowledge {
  /// The definitions with the domain's own functions over them; made once, as it prepares templates.
  init(_ definitions: Definitions) {
    let tailor = Tailor(definitions)
    self.init(
      definitions: definitions,
      guide: { known, situation in
        tailor.guidance(
          for: known?.customer,
          account: known?.account,
          derived: known?.derived(in: definitions, at: situation.now),
          in: situation
        )
      },
      evaluate: { known, now in
        MembershipEvaluator(tailor.segments, at: now)
          .memberships(of: known.facts(in: definitions, at: now))
      },
      explain: { known, id, now in
        let segment = definitions.segments.first { $0.id == id }
        return segment.flatMap { segment in
          MembershipEvaluator(tailor.segments, at: now)
            .tree(of: KnownCustomer.facts(of: known, in: definitions, at: now), in: segment)
        }
      },
      accepts: { value, ask in tailor.accepts(value, for: ask) },
      recognise: { text, script in
        let found = tailor.recognize(in: text, for: script)
        return Dictionary(
          found.compactMap { value in value.values.first.map { (value.ask.id, $0) } }
        ) { first, _ in first }
      },
      rank: { tailor.rank($0) }
    )
  }
}
