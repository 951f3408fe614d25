import JSONLogic

extension RuleReader {
  /// What keeps each unknown membership open, strongest first.
  func findOpenRules() -> [OpenRule] {
    var open: [OpenRule] = []
    for (position, membership) in memberships.enumerated() where membership.answer == .unknown {
      if let rule = openRule(membership.segment, position) { open.append(rule) }
    }
    return open
  }

  private func openRule(_ id: Segment.ID, _ position: Int) -> OpenRule? {
    let prepared = evaluator.prepared
    guard let place = prepared.places[id] else { return nil }
    if let parts = prepared.segments[place].parts, knowsAll(of: prepared.segments[place]),
      let open = open(parts, id, position)
    {
      return open
    }
    guard
      let explanation = evaluator.explanation(
        of: facts,
        in: prepared.definitions.segments[place],
        memberships: memberships
      )
    else { return nil }
    return OpenRule(id, position: position, OpenCondition(explanation))
  }

  /// Whether the memberships have every segment that the rule asks for: they have no drafts.
  private func knowsAll(of segment: PreparedSegment) -> Bool {
    guard segment.asksForSegments else { return true }
    return segment.rule?.segments.allSatisfy { asked in
      memberships.contains { $0.segment == asked.id }
    } ?? true
  }
}
