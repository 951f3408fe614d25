import JSONLogic
import RapportCore

/// The same over definitions as they are now, with all that was chosen.
extension RefiningScreen {
  /// - Throws: why it cannot be done any more.
  mutating func renew(
    _ definitions: Definitions,
    _ names: SegmentNames
  ) throws(SegmentRefusal) {
    isStale = false
    switch subject {
    case .merge(let old):
      var merge = try SegmentMerge(
        old.first.id,
        old.second.id,
        into: old.isNew ? old.target : nil,
        joining: old.joining,
        in: definitions
      )
      merge.choices = old.choices
      merge.name = old.name
      subject = .merge(merge)
    case .places(let old, let attribute):
      subject = .places(try Self.segment(old.id, definitions), attribute)
    case .split(let old, let attribute):
      let split = try SegmentSplit(
        old.segment.id,
        at: old.cut,
        keepsOld: old.keepsOld,
        in: definitions,
        words: names.words
      )
      try split.check()
      subject = .split(split, attribute)
      takeNames()
    case .retire(let old):
      subject = .retire(
        try SegmentRetirement(old.segment.id, to: old.status, in: definitions)
      )
    case .revert(let old, let pair, let version):
      let now = definitions.documents[pair.reference]
      let change = DefinitionChange.reverting(
        pair.reference,
        from: now,
        to: version,
        id: old.id,
        at: old.at,
        by: old.by,
        reason: old.reason
      )
      var next = pair
      next.old = now
      subject = .revert(change, next, to: version)
    case .back(let old, let pair):
      let change = old.insisting(over: definitions.documents)
      var next = pair
      if let edit = change.edits.last(where: { $0.reference == pair.reference }) {
        (next.old, next.new) = (edit.before, edit.after)
      }
      subject = .back(change, next)
    case .difference: break
    }
  }

  // MARK: what is seen

  /// The definitions that it is made of.
  private var sources: [DefinitionReference] {
    func reference(_ id: Segment.ID) -> DefinitionReference {
      DefinitionReference(.segment, id.rawValue)
    }
    switch subject {
    case .merge(let merge): return [reference(merge.first.id), reference(merge.second.id)]
    case .places(let segment, _): return [reference(segment.id)]
    case .split(let split, _): return [reference(split.segment.id)]
    case .retire(let retirement): return [reference(retirement.segment.id)]
    case .revert(let change, _, _), .back(let change, _): return change.edits.map(\.reference)
    case .difference: return []
    }
  }

  /// Looks at the definitions as they are now.
  ///
  /// - Returns: those that are not what they were when they were looked at last.
  mutating func see(_ documents: DefinitionDocuments) -> [VersionPair] {
    var changed: [VersionPair] = []
    for reference in sources {
      let (old, new) = (seen[reference], documents[reference])
      if old != new { changed.append(VersionPair(reference: reference, old: old, new: new)) }
      seen[reference] = new
    }
    return changed
  }

  /// What a conflict tells need not be told again.
  mutating func see(_ conflict: DefinitionConflict) {
    for field in conflict.fields {
      let now = conflict.now[field.reference]
      if let key = field.pointer.split(separator: "/").first.map(String.init) {
        seen[field.reference]?[key] = now?[key]
      } else {
        seen[field.reference] = now
      }
    }
  }

  private static func segment(
    _ id: Segment.ID,
    _ definitions: Definitions
  ) throws(SegmentRefusal) -> Segment {
    guard let segment = definitions.segments.first(where: { $0.id == id }) else {
      throw SegmentRefusal("no-segment", "there is no segment \"\(id)\" any more")
    }
    return segment
  }
}

extension DefinitionChange {
  /// The change over the objects as they are now; of what both changed its own counts, which is looked at
  /// before it is saved.
  fileprivate func insisting(over documents: DefinitionDocuments) -> DefinitionChange {
    var change = self
    change.edits = edits.map { edit in
      let now = documents[edit.reference]
      func merge(_ decisions: [String: DefinitionMerge.Decision]) -> DefinitionMerge {
        DefinitionMerge(
          edit.reference,
          before: edit.before,
          theirs: now,
          mine: edit.after,
          language: documents.language,
          decisions: decisions
        )
      }
      let contested = merge([:]).conflicts.map { ($0.pointer, DefinitionMerge.Decision.mine) }
      let merged = merge(Dictionary(contested) { first, _ in first }).merged
      return Edit(edit.reference, before: now, after: merged)
    }
    return change
  }
}
