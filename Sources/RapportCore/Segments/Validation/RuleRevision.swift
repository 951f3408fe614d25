import JSONLogic

/// Since which version a segment has the rule that it has.
package enum RuleRevision {
  /// 1 where no change of the rule is known.
  ///
  /// - Parameters:
  ///   - id: whose rule.
  ///   - changes: of any definitions, the newest first.
  /// - Returns: the version that brought the rule.
  package static func since(_ id: Segment.ID, in changes: [DefinitionChange]) -> Int {
    since(changes)[id] ?? 1
  }

  /// Of every segment whose rule some change is known of.
  package static func since(_ changes: [DefinitionChange]) -> [Segment.ID: Int] {
    var known: [Segment.ID: Int] = [:]
    for change in changes {
      for edit in change.edits.reversed() where edit.reference.kind == .segment {
        let id = Segment.ID(edit.reference.id)
        guard known[id] == nil, rule(edit.before) != rule(edit.after),
          let revision = edit.revision
        else { continue }
        known[id] = revision
      }
    }
    return known
  }

  private static func rule(_ object: JSON?) -> JSON? { object?["rule"] }
}
