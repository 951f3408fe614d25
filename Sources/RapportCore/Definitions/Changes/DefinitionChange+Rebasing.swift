import JSONLogic

extension DefinitionChange {
  /// The change that takes this one back; saving it is refused where the same fields moved on.
  package func reversed(
    id: ID,
    at moment: Instant,
    by agent: Agent.ID,
    reason: String
  ) -> DefinitionChange {
    var back = DefinitionChange(
      id: id,
      at: moment,
      by: agent,
      reason: reason,
      edits: edits.reversed().map { Edit($0.reference, before: $0.after, after: $0.before) }
    )
    back.undoes = self.id
    return back
  }

  /// The change over the objects as they are now, each with its next revision.
  ///
  /// What others changed meanwhile is kept. An object that already is what was wanted is left out.
  ///
  /// - Parameters:
  ///   - documents: the objects as they are now.
  ///   - revisions: the last revision that the history knows of each, for those made anew.
  /// - Returns: the change with `before` as it is now and `after` as it is to be written.
  /// - Throws: every field that both changed to different values.
  package func rebased(
    on documents: DefinitionDocuments,
    revisions: (DefinitionReference) -> Int? = { _ in nil }
  ) throws(DefinitionConflict) -> DefinitionChange {
    var documents = documents
    var conflict = DefinitionConflict(fields: [], now: [:])
    var rebased = self
    rebased.edits = []
    for edit in edits {
      let reference = edit.reference
      let now = documents[reference]
      let merge = DefinitionMerge(
        reference,
        before: edit.before,
        theirs: now,
        mine: edit.after,
        language: documents.language
      )
      let contested = edit.isMadeOfAll ? edit.differences(from: now) : merge.conflicts
      guard contested.isEmpty else {
        conflict.fields += contested
        conflict.now[reference] = now
        continue
      }
      var merged = merge.merged
      if reference.isVersioned {
        let last = max(reference.revision(of: now) ?? 0, revisions(reference) ?? 0)
        var same = now
        same?["revision"] = nil
        if same == merged { continue }
        if merged != nil { merged?["revision"] = .number(.init(last + 1)) }
      } else if now == merged {
        continue
      }
      rebased.edits.append(Edit(reference, before: now, after: merged))
      documents[reference] = merged
    }
    guard conflict.fields.isEmpty else { throw conflict }
    return rebased
  }

  /// Whether a rebased change has something of what others changed since that change was made.
  package func isMerged(from change: DefinitionChange) -> Bool {
    edits.contains { edit in
      guard let asked = change.edits.last(where: { $0.reference == edit.reference }) else {
        return true
      }
      return !edit.reference.isSame(asked.before, edit.before)
    }
  }
}

extension DefinitionChange.Edit {
  /// Every key of the object that is another one now than it was.
  fileprivate func differences(from now: JSON?) -> [DefinitionConflict.Field] {
    guard !reference.isSame(before, now) else { return [] }
    guard let old = before?.objectValue, let new = now?.objectValue else {
      return [.init(reference, pointer: "", before: before, theirs: now, mine: after)]
    }
    let keys = old.keys + new.keys.filter { old[$0] == nil }
    return keys.filter { old[$0] != new[$0] && $0 != "revision" }.map { key in
      DefinitionConflict.Field(
        reference,
        pointer: JSONPointer([key]).description,
        before: old[key],
        theirs: new[key],
        mine: after?[key]
      )
    }
  }
}

extension DefinitionReference {
  /// Whether two versions of the object differ in nothing but the count of its changes.
  fileprivate func isSame(_ first: JSON?, _ second: JSON?) -> Bool {
    guard isVersioned, var first, var second else { return first == second }
    (first["revision"], second["revision"]) = (nil, nil)
    return first == second
  }
}
