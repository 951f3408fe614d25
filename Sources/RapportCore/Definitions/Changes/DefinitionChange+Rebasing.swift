import JSONLogic

extension DefinitionChange {
  /// The change that takes this one back; saving it is refused where the same fields moved on.
  package func reversed(
    id: ID,
    at moment: Instant,
    by agent: Agent.ID,
    reason: String
  ) -> DefinitionChange {
    DefinitionChange(
      id: id,
      at: moment,
      by: agent,
      reason: reason,
      edits: edits.reversed().map { Edit($0.reference, before: $0.after, after: $0.before) }
    )
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
      guard merge.conflicts.isEmpty else {
        conflict.fields += merge.conflicts
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

extension DefinitionReference {
  /// Whether two versions of the object differ in nothing but the count of its changes.
  fileprivate func isSame(_ first: JSON?, _ second: JSON?) -> Bool {
    guard isVersioned, var first, var second else { return first == second }
    (first["revision"], second["revision"]) = (nil, nil)
    return first == second
  }
}
