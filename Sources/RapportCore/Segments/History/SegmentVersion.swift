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
}
