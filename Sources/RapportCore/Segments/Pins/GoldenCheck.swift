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

extension Definitions {
  /// Every customer who is pinned to a segment.
  package var pinned: Set<Customer.ID> {
    Set(segments.flatMap { $0.goldenMembers + $0.goldenNonmembers })
  }
}

extension DefinitionChange {
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
