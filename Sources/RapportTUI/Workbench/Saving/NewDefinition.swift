import RapportCore

/// A definition that is about to be made: it has no id yet.
struct NewDefinition: Hashable, Sendable {
  let kind: DefinitionReference.Kind
  /// What it begins as a copy of.
  var copied: DefinitionReference?
  /// What is missing, where it is a script that closes a gap.
  var gap: GapReport.Item.ID?

  init(
    _ kind: DefinitionReference.Kind,
    copying copied: DefinitionReference? = nil,
    closing gap: GapReport.Item.ID? = nil
  ) {
    (self.kind, self.copied, self.gap) = (kind, copied, gap)
  }

  var noun: String { DefinitionReference(kind, "").noun }

  /// The field with what it is called.
  var nameField: String { kind == .script || kind == .intent ? "title" : "name" }
}
