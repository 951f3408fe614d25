package import JSONLogic

/// Two changes of one definition put together.
///
/// Objects are compared key by key at every depth, texts language by language; lists of steps and the like
/// item by item, by what tells the items apart; other lists known to the program by what was put in and
/// taken out (`MergeShape`). What only one side changed, or both in the same way, is taken; what both
/// changed differently is a conflict, as is an item that one changed and the other took out. `revision` is
/// left out: it counts changes and is nobody's wish.
package struct DefinitionMerge: Sendable {
  /// What becomes of a field that both changed.
  package enum Decision: Hashable, Sendable {
    case theirs, mine
    /// Neither's; nil takes it out.
    case value(JSON?)
  }

  /// What both want, without `revision`; nil where it is removed, or where there are conflicts.
  package private(set) var merged: JSON?
  /// Those that no decision is about.
  package internal(set) var conflicts: [DefinitionConflict.Field] = []
  let reference: DefinitionReference
  let decisions: [String: Decision]
  private let language: String

  /// - Parameters:
  ///   - reference: which definition.
  ///   - before: what it was when it was read; nil where there was none.
  ///   - theirs: what it is now.
  ///   - mine: what it is to be.
  ///   - language: the one of texts that name none.
  ///   - decisions: what was decided of conflicts, by their pointers.
  package init(
    _ reference: DefinitionReference,
    before: JSON?,
    theirs: JSON?,
    mine: JSON?,
    language: String = "en",
    decisions: [String: Decision] = [:]
  ) {
    self.reference = reference
    self.language = language
    self.decisions = decisions
    let (before, theirs, mine) = (bare(before), bare(theirs), bare(mine))
    let result = merge(before, theirs, mine, at: [], isItem: true)
    merged = conflicts.isEmpty ? result : nil
  }

  private func bare(_ object: JSON?) -> JSON? {
    guard reference.isVersioned, case .object(var entries)? = object else { return object }
    entries["revision"] = nil
    return .object(entries)
  }

  /// Three versions of a value put together.
  ///
  /// An item is one thing that is there or not: what one took out while the other changed it is a conflict
  /// then. Any other object is there for what is in it.
  mutating func merge(
    _ before: JSON?,
    _ theirs: JSON?,
    _ mine: JSON?,
    at pointer: JSONPointer,
    isItem: Bool = false
  ) -> JSON? {
    if theirs == mine || before == theirs { return mine }
    if before == mine { return theirs }
    if !MergeShape.isWhole(pointer) {
      let versions = lifted([before, theirs, mine], at: pointer)
      if let result = objects(versions, at: pointer, isItem: isItem) { return result }
      if let result = lists(versions, at: pointer, isItem: isItem) { return result }
    }
    return decide(
      DefinitionConflict.Field(
        reference,
        pointer: pointer.description,
        before: before,
        theirs: theirs,
        mine: mine
      )
    )
  }

  /// What was decided of a field; else it is one more conflict.
  mutating func decide(_ field: DefinitionConflict.Field) -> JSON? {
    switch decisions[field.pointer] {
    case .theirs?: return field.theirs
    case .mine?: return field.mine
    case .value(let value)?: return value
    case nil:
      conflicts.append(field)
      return field.theirs
    }
  }

  /// A plain text beside texts by language becomes one of them.
  private func lifted(_ versions: [JSON?], at pointer: JSONPointer) -> [JSON?] {
    guard let key = MergeShape.key(ofPlain: pointer, language: language),
      versions.contains(where: { $0?.objectValue != nil })
    else { return versions }
    return versions.map { version in
      guard let version, !version.isNull, version.objectValue == nil else { return version }
      return .object(JSONObject([(key: key, value: version)]))
    }
  }

  /// Nil where they are not all objects; `.some(nil)` takes it out.
  private mutating func objects(
    _ versions: [JSON?],
    at pointer: JSONPointer,
    isItem: Bool
  ) -> JSON?? {
    guard
      let (before, theirs, mine) = parts(
        versions,
        pointer,
        isItem,
        { $0.objectValue },
        [:]
      )
    else {
      return nil
    }
    var result = theirs
    for key in theirs.keys + mine.keys.filter({ theirs[$0] == nil }) {
      result[key] = merge(before[key], theirs[key], mine[key], at: pointer.appending(key))
    }
    return .some(result.isEmpty && versions.contains(nil) ? nil : .object(result))
  }

  /// Nil where they are not all lists, or are of a kind that is read as a whole.
  private mutating func lists(
    _ versions: [JSON?],
    at pointer: JSONPointer,
    isItem: Bool
  ) -> JSON?? {
    guard
      let (before, theirs, mine) = parts(
        versions,
        pointer,
        isItem,
        { $0.arrayValue },
        []
      )
    else {
      return nil
    }
    let shape = MergeShape(at: pointer, versions.compactMap(\.self))
    guard shape != .whole else { return nil }
    let result = merge(before, theirs, mine, shape, at: pointer)
    return .some(result.isEmpty && versions.contains(nil) ? nil : .array(result))
  }

  /// The three versions as what they are to be, an empty one where one is not there.
  ///
  /// An item may only be missing before, where both made it; two new definitions of one id have nothing to
  /// do with each other.
  private func parts<Parts>(
    _ versions: [JSON?],
    _ pointer: JSONPointer,
    _ isItem: Bool,
    _ read: (JSON) -> Parts?,
    _ empty: Parts
  ) -> (Parts, Parts, Parts)? {
    var parts: [Parts] = []
    for (index, version) in versions.enumerated() {
      let mayBeMissing = !isItem || (index == 0 && !pointer.tokens.isEmpty)
      guard let part = version.map(read) ?? (mayBeMissing ? empty : nil) else { return nil }
      parts.append(part)
    }
    return (parts[0], parts[1], parts[2])
  }
}
