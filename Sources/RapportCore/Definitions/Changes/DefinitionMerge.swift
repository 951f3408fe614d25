package import JSONLogic

/// Two changes of one definition put together, field by field.
///
/// Objects are compared key by key at every depth; lists, plain values and rules as wholes. What only
/// one side changed, or both in the same way, is taken; what both changed differently is a conflict.
/// `revision` is left out: it counts changes and is nobody's wish.
package struct DefinitionMerge: Sendable {
  /// What both want, without `revision`; nil where it is removed, or where there are conflicts.
  package private(set) var merged: JSON?
  package private(set) var conflicts: [DefinitionConflict.Field] = []
  private let reference: DefinitionReference

  /// - Parameters:
  ///   - reference: which definition.
  ///   - before: what it was when it was read; nil where there was none.
  ///   - theirs: what it is now.
  ///   - mine: what it is to be.
  package init(_ reference: DefinitionReference, before: JSON?, theirs: JSON?, mine: JSON?) {
    self.reference = reference
    let (before, theirs, mine) = (bare(before), bare(theirs), bare(mine))
    let result = merge(before, theirs, mine, at: [])
    merged = conflicts.isEmpty ? result : nil
  }

  /// Rules are read as wholes: two halves of two rules are no rule.
  private static let wholes: Set<String> = ["rule", "eligibility", "condition"]

  private func bare(_ object: JSON?) -> JSON? {
    guard reference.isVersioned, case .object(var entries)? = object else { return object }
    entries["revision"] = nil
    return .object(entries)
  }

  private mutating func merge(
    _ before: JSON?,
    _ theirs: JSON?,
    _ mine: JSON?,
    at pointer: JSONPointer
  ) -> JSON? {
    if theirs == mine || before == theirs { return mine }
    if before == mine { return theirs }
    let isWhole = pointer.tokens.count == 1 && Self.wholes.contains(pointer.tokens[0])
    if !isWhole, let (before, theirs, mine) = objects(before, theirs, mine, at: pointer) {
      var result = theirs
      for key in theirs.keys + mine.keys.filter({ theirs[$0] == nil }) {
        result[key] = merge(before[key], theirs[key], mine[key], at: pointer.appending(key))
      }
      return .object(result)
    }
    conflicts.append(
      DefinitionConflict.Field(
        reference,
        pointer: pointer.description,
        before: before,
        theirs: theirs,
        mine: mine
      )
    )
    return theirs
  }

  /// All three as objects; a part that both sides made new is compared with an empty one, but two new
  /// definitions of one id have nothing to do with each other.
  private func objects(
    _ before: JSON?,
    _ theirs: JSON?,
    _ mine: JSON?,
    at pointer: JSONPointer
  ) -> (JSONObject, JSONObject, JSONObject)? {
    guard let theirs = theirs?.objectValue, let mine = mine?.objectValue else { return nil }
    if let before = before?.objectValue { return (before, theirs, mine) }
    return before == nil && !pointer.tokens.isEmpty ? ([:], theirs, mine) : nil
  }
}
