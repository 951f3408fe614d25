package import JSONLogic

/// Every version of a definition, the newest first.
package struct SegmentHistory: Sendable {
  package let reference: DefinitionReference
  package private(set) var versions: [SegmentVersion] = []

  /// - Parameters:
  ///   - reference: the segment, or another definition whose changes are counted.
  ///   - changes: those that concern it, the newest first.
  ///   - now: as it stands; nil where there is none.
  package init(of reference: DefinitionReference, changes: [DefinitionChange], now: JSON?) {
    self.reference = reference
    var oldest: JSON?
    for change in changes {
      guard let edit = change.edits.last(where: { $0.reference == reference }) else { continue }
      versions.append(
        SegmentVersion(
          change: change,
          before: edit.before,
          object: edit.after,
          revision: edit.revision ?? 1
        )
      )
      oldest = edit.before
    }
    let first = versions.isEmpty ? now : oldest
    if let first {
      versions.append(
        SegmentVersion(object: first, revision: reference.revision(of: first) ?? 1)
      )
    }
  }

  /// The newest version with that number, or the one that a change of that id made.
  package subscript(name: String) -> SegmentVersion? {
    let number = Int(name)
    return versions.first { $0.revision == number } ?? versions.first { $0.id == name }
  }

  /// What there is to name, for messages: `there are versions 1, 2 and 4`, `there is version 2 only`.
  package var choices: String {
    var seen: Set<Int> = []
    let numbers = versions.reversed().map(\.revision).filter { seen.insert($0).inserted }
      .map(String.init)
    guard let last = numbers.last else { return "there is no version of it" }
    guard numbers.count > 1 else { return "there is version \(last) only" }
    return "there are versions \(numbers.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// The last change that nobody took back since; nil where there is none.
  ///
  /// Only what says that it takes another back counts as that: a way back to an older version is a change of
  /// its own, which can be taken back too.
  package var standing: SegmentVersion? {
    var standing: [SegmentVersion] = []
    for version in versions.reversed() where version.change != nil {
      if let undone = version.change?.undoes,
        let index = standing.lastIndex(where: { $0.change?.id == undone })
      {
        standing.remove(at: index)
      } else {
        standing.append(version)
      }
    }
    return standing.last
  }
}

extension SegmentHistory {
  /// What was changed together with versions after one, and does not go back where only the segment does.
  ///
  /// - Parameters:
  ///   - version: that is gone back to.
  ///   - documents: as they are; what is again as it was before is left out.
  /// - Returns: a line for each version, the newest first.
  package func staying(
    backTo version: SegmentVersion,
    _ documents: DefinitionDocuments
  ) -> [RefiningLine] {
    // The oldest change of each is the one that found it as it was with the version.
    var first: [DefinitionReference: (revision: Int, before: JSON?)] = [:]
    for later in versions.prefix(while: { $0.id != version.id }) {
      for edit in later.change?.edits ?? [] where edit.reference != reference {
        first[edit.reference] = (later.revision, edit.before)
      }
    }
    let staying = first.filter { reference, change in
      SegmentVersion.bare(documents[reference]) != SegmentVersion.bare(change.before)
    }
    return Dictionary(grouping: staying) { $0.value.revision }
      .sorted { $0.key > $1.key }
      .map { revision, changed in
        let names = changed.map(\.key.description).sorted().joined(separator: ", ")
        let verb = changed.count == 1 ? "stays as it is" : "stay as they are"
        let text =
          "\(names): changed together with version \(revision), \(verb) now; "
          + "go back there too, or undo version \(revision) as a whole"
        return RefiningLine(.warning, "Stays", text)
      }
  }
}

extension SegmentVersion {
  /// Without what counts changes.
  static func bare(_ object: JSON?) -> JSON? {
    guard var object else { return nil }
    object["revision"] = nil
    return object
  }
}

extension DefinitionChange {
  /// The change that makes a definition again what it was in a version; its revision goes on.
  ///
  /// Saving it is refused where somebody changed the same since `now` was read.
  package static func reverting(
    _ reference: DefinitionReference,
    from now: JSON?,
    to version: SegmentVersion,
    id: ID,
    at moment: Instant,
    by agent: Agent.ID,
    reason: String
  ) -> DefinitionChange {
    var after = version.object
    if after != nil, reference.isVersioned { after?["revision"] = now?["revision"] }
    return DefinitionChange(
      id: id,
      at: moment,
      by: agent,
      reason: reason,
      edits: [Edit(reference, before: now, after: after)]
    )
  }
}
