import JSONLogic

/// Which versions of a segment had which rule, as far as its history tells.
package struct RuleVersions: Sendable {
  /// The rules of the versions that brought another one, the newest first.
  private var brought: [(revision: Int, rule: JSON?)] = []
  /// The rule before all of them.
  private var first: JSON?

  /// Of every segment whose rule some change is known of.
  ///
  /// - Parameter changes: of any definitions, the newest first.
  /// - Returns: by segment; those whose rule never changed are not there.
  package static func all(_ changes: [DefinitionChange]) -> [Segment.ID: RuleVersions] {
    var all: [Segment.ID: RuleVersions] = [:]
    for change in changes {
      for edit in change.edits.reversed() where edit.reference.kind == .segment {
        let (old, new) = (edit.before?["rule"], edit.after?["rule"])
        guard old != new, let revision = edit.revision else { continue }
        all[Segment.ID(edit.reference.id), default: RuleVersions()].add(revision, new, over: old)
      }
    }
    return all
  }

  private mutating func add(_ revision: Int, _ rule: JSON?, over old: JSON?) {
    brought.append((revision, rule))
    first = old
  }

  /// Whether a version had the rule that the newest one has; a rule that was changed and changed back is
  /// the same.
  package func isToday(_ revision: Int) -> Bool {
    guard let newest = brought.first else { return true }
    let rule = brought.first { $0.revision <= revision }.map(\.rule) ?? first
    return rule == newest.rule
  }
}
