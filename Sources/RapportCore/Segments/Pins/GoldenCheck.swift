import JSONLogic

/// Whether customers whom somebody pinned to segments still belong, or still do not.
package struct GoldenCheck: Sendable {
  private let definitions: Definitions
  private let evaluator: MembershipEvaluator

  /// With the definitions as they would be.
  package init(_ definitions: Definitions, at moment: Instant) {
    self.definitions = definitions
    evaluator = MembershipEvaluator(definitions, at: moment)
  }

  /// Of all active segments; customers that `facts` does not know are left out.
  package func broken(facts: (Customer.ID) -> CustomerFacts?) -> [BrokenPin] {
    definitions.segments.filter { $0.status == .active }.flatMap { broken(in: $0, facts: facts) }
  }

  /// Of one segment, whatever its status.
  package func broken(
    in segment: Segment,
    facts: (Customer.ID) -> CustomerFacts?
  ) -> [BrokenPin] {
    let pinned = [("members", segment.goldenMembers), ("nonmembers", segment.goldenNonmembers)]
    return pinned.flatMap { key, ids in
      ids.enumerated().compactMap { position, id in
        guard let facts = facts(id) else { return nil }
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
  /// Those of one state of definitions that were not broken in another.
  package static func made(
    from before: Definitions,
    to after: Definitions,
    _ facts: [Customer.ID: CustomerFacts],
    at moment: Instant
  ) -> [BrokenPin] {
    guard !facts.isEmpty else { return [] }
    let broken = GoldenCheck(after, at: moment).broken { facts[$0] }
    guard !broken.isEmpty else { return [] }
    let known = Set(GoldenCheck(before, at: moment).broken { facts[$0] }.map(\.id))
    return broken.filter { !known.contains($0.id) }
  }
}

extension Definitions {
  /// Every customer who is pinned to a segment.
  package var pinned: Set<Customer.ID> {
    Set(segments.flatMap { $0.goldenMembers + $0.goldenNonmembers })
  }
}

extension DefinitionChange {
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

  /// Every customer whom the segments of a change pin, as it would leave them.
  package var pinned: Set<Customer.ID> {
    Set(
      edits.filter { $0.reference.kind == .segment }.flatMap { edit in
        ["members", "nonmembers"].flatMap { edit.after?["golden"]?[$0]?.arrayValue ?? [] }
          .compactMap(\.stringValue).map { Customer.ID($0) }
      }
    )
  }
}
