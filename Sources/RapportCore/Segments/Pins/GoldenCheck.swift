import JSONLogic

/// Whether customers whom somebody pinned to segments still belong, or still do not.
package struct GoldenCheck: Sendable {
  private let definitions: Definitions
  private let moment: Instant
  private let evaluator: MembershipEvaluator

  /// With the definitions as they would be.
  package init(_ definitions: Definitions, at moment: Instant) {
    self.definitions = definitions
    self.moment = moment
    evaluator = MembershipEvaluator(definitions, at: moment)
  }

  /// Of all active segments; customers who are not among the known are left out.
  package func broken(_ known: [Customer.ID: KnownCustomer]) -> [BrokenPin] {
    let facts = known.mapValues { $0.facts(in: definitions, at: moment) }
    return definitions.segments.filter { $0.status == .active }
      .flatMap { broken(in: $0, facts) }
  }

  private func broken(
    in segment: Segment,
    _ facts: [Customer.ID: CustomerFacts]
  ) -> [BrokenPin] {
    let pinned = [("members", segment.goldenMembers), ("nonmembers", segment.goldenNonmembers)]
    return pinned.flatMap { key, ids in
      ids.enumerated().compactMap { position, id in
        guard let facts = facts[id] else { return nil }
        let membership = evaluator.membership(of: facts, in: segment)
        let mustBelong = key == "members"
        guard (membership.answer == .in) != mustBelong else { return nil }
        return BrokenPin(
          segment: segment.id,
          name: segment.name,
          customer: id,
          mustBelong: mustBelong,
          answer: membership.answer,
          why: membership.why,
          pointer: ["golden", key, String(position)]
        )
      }
    }
  }
}

extension BrokenPin {
  /// Those of one state of definitions that were not broken in another; each derives attributes of the
  /// known customers in its own way.
  package static func made(
    from before: Definitions,
    to after: Definitions,
    _ known: [Customer.ID: KnownCustomer],
    at moment: Instant
  ) -> [BrokenPin] {
    compared(from: before, to: after, known, at: moment).made
  }

  /// Those of one state of definitions: which are not broken in another, and which are there too.
  package static func compared(
    from before: Definitions,
    to after: Definitions,
    _ known: [Customer.ID: KnownCustomer],
    at moment: Instant
  ) -> (made: [BrokenPin], kept: [BrokenPin]) {
    guard !known.isEmpty else { return ([], []) }
    let broken = GoldenCheck(after, at: moment).broken(known)
    guard !broken.isEmpty else { return ([], []) }
    let brokenBefore = Set(GoldenCheck(before, at: moment).broken(known).map(\.id))
    return (
      broken.filter { !brokenBefore.contains($0.id) },
      broken.filter { brokenBefore.contains($0.id) }
    )
  }
}

extension Definitions {
  /// Every customer who is pinned to a segment.
  package var pinned: Set<Customer.ID> {
    Set(segments.flatMap { $0.goldenMembers + $0.goldenNonmembers })
  }
}

extension DefinitionChange {
  /// Whether it is of something that pins are about, whatever it changes there.
  var isAboutPins: Bool { mayMovePins || edits.contains { $0.reference.kind == .segment } }

  /// Whether it may change who belongs where, or who is pinned.
  package var mayMovePins: Bool {
    edits.contains { edit in
      switch edit.reference.kind {
      case .segment:
        ["rule", "golden", "manual", "status"].contains { edit.before?[$0] != edit.after?[$0] }
      case .attribute, .store: true
      case .agent, .intent, .tone, .service, .script: false
      }
    }
  }
}
