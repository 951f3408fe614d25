package import JSONLogic

/// A definition as it was from one change to the next.
package struct SegmentVersion: Sendable, Identifiable {
  /// The change that made it; nil for what was there before the history begins.
  package var change: DefinitionChange?
  package var before: JSON?
  /// Nil where the change took the definition out.
  package var object: JSON?
  package let revision: Int

  package var id: String { change?.id.rawValue ?? "start" }

  /// The definitions that were changed together with it.
  package func others(than reference: DefinitionReference) -> [DefinitionReference] {
    (change?.edits ?? []).map(\.reference).filter { $0 != reference }
  }

  /// The rule by which it had members; nil where nobody was in.
  package var rule: Rule? { Self.rule(of: object) }

  /// The rule of the version before.
  package var ruleBefore: Rule? { Self.rule(of: before) }

  /// The rule of a segment's JSON, where it has members by it.
  package static func rule(of object: JSON?) -> Rule? {
    guard let object, object["status"]?.stringValue != Segment.Status.retired.rawValue,
      let json = object["rule"]
    else { return nil }
    return try? Rule(json, operations: RuleOperations.names)
  }
}
