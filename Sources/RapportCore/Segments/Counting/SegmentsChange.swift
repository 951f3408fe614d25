import JSONLogic

/// Segments as they are and as they would be, or as they were in two versions.
package struct SegmentsChange: Sendable {
  package struct Pair: Sendable {
    package var id: Segment.ID
    /// Nil where there was none, or none is left.
    package var before: Segment?
    package var after: Segment?

    package init(_ id: Segment.ID, before: Segment?, after: Segment?) {
      self.id = id
      self.before = before
      self.after = after
    }

    /// Whether what decides who belongs is the same in both.
    var hasSameMembers: Bool {
      func status(_ segment: Segment?) -> Bool { (segment?.status ?? .retired) == .retired }
      return before?.rule?.json == after?.rule?.json && before?.manual == after?.manual
        && (before?.broken == nil) == (after?.broken == nil) && status(before) == status(after)
    }
  }

  package var pairs: [Pair]
  /// Those whose members are looked at together: who is in none of them any more, and who was not.
  package var together: Set<Segment.ID>

  /// - Parameters:
  ///   - pairs: each segment once.
  ///   - together: of these; nil for all.
  package init(_ pairs: [Pair], together: Set<Segment.ID>? = nil) {
    self.pairs = pairs
    self.together = together ?? Set(pairs.map(\.id))
  }

  /// The segments among what a change of definitions touches.
  package init(_ change: DefinitionChange, together: Set<Segment.ID>? = nil) {
    let edits = change.edits.filter { $0.reference.kind == .segment }
    self.init(
      edits.map { edit in
        let id = Segment.ID(edit.reference.id)
        return Pair(
          id,
          before: edit.before.flatMap { Segment(decoding: $0, id: id) },
          after: edit.after.flatMap { Segment(decoding: $0, id: id) }
        )
      },
      together: together
    )
  }

  /// As agents see it: for them a draft has nobody.
  package var seen: SegmentsChange {
    func seen(_ segment: Segment?) -> Segment? {
      guard var segment, segment.status == .draft else { return segment }
      segment.status = .retired
      return segment
    }
    let pairs = pairs.map { Pair($0.id, before: seen($0.before), after: seen($0.after)) }
    return SegmentsChange(pairs, together: together)
  }

  /// Between all the segments of two times.
  package init(from old: [Segment], to new: [Segment]) {
    let (before, after) = (Self.byID(old), Self.byID(new))
    let ids = Set(before.keys).union(after.keys).sorted()
    self.init(ids.map { Pair($0, before: before[$0], after: after[$0]) })
  }

  private static func byID(_ segments: [Segment]) -> [Segment.ID: Segment] {
    Dictionary(segments.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Whether nobody can join or leave anything by it.
  package var keepsMembers: Bool { pairs.allSatisfy(\.hasSameMembers) }
}

extension Definitions {
  /// Whether everybody belongs where they did by these definitions, for agents too, whatever else changed.
  package func keepsMembers(in new: Definitions) -> Bool {
    // The catalog says how values are read, and what they are derived from.
    let catalog = "attributes.json"
    let change = SegmentsChange(from: segments, to: new.segments)
    return documents.files[catalog] == new.documents.files[catalog]
      && settings.timeZone == new.settings.timeZone
      && change.keepsMembers && change.seen.keepsMembers
  }
}
