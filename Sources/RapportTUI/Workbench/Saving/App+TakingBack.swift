import RapportCore

/// Taking back the last change of this window.
extension App {
  /// A way back that was begun goes on; else the last own change, once it is known that this makes
  /// nothing wrong; without one the last of the definition that the cursor is on, by whomever,
  /// after a look at it.
  mutating func takeBack(now: Instant) -> [Effect] {
    if let waiting = waitingWayBack { return [.readHistory(waiting.reference, takesBack: true)] }
    if let review = reviewToTakeBack { return [.takeBackFeedback(Feedback(review))] }
    guard let last = workbench.own.last else {
      return selectedDefinition(now: now).map { [.readHistory($0, takesBack: true)] } ?? []
    }
    let id = DefinitionChange.ID(ULID(at: now, using: &random).description)
    let back = reversed(last, id, now: now)
    workbench.undoing = back
    workbench.undone = last.id
    return [.tryBack(back, at: now)]
  }

  func reversed(
    _ change: DefinitionChange,
    _ id: DefinitionChange.ID,
    now: Instant
  ) -> DefinitionChange {
    change.reversed(id: id, at: now, by: agent.id, reason: "taken back: \(change.reason)")
  }

  /// At once where nothing speaks against it, else after a look.
  mutating func takeTried(
    _ back: DefinitionChange,
    _ problems: [Problem],
    _ pins: [BrokenPin],
    now: Instant
  ) -> [Effect] {
    guard workbench.undoing?.id == back.id else { return [] }
    let error = problems.first { $0.severity == .error }
    guard error != nil || !pins.isEmpty else { return [.saveDefinitions(back)] }
    let why = error?.sentence ?? "pinned customers would be taken otherwise"
    say(.warning, "Not taken back yet: \(why)", at: now)
    return lookAtOwn(now: now)
  }

  mutating func takeUndoRefusal(_ refusal: DefinitionRefusal, now: Instant) -> [Effect] {
    say(.error, "Not taken back: \(refusal)", at: now)
    workbench.savedAt = now
    return lookAtOwn(now: now) + [.reload]
  }

  /// What stands in the way is the last change now, and is looked at.
  mutating func takeUndoConflict(
    _ conflict: DefinitionConflict,
    of change: DefinitionChange,
    now: Instant
  ) -> [Effect] {
    let undone = workbench.endUndo()
    workbench.own.removeAll { $0.id == undone?.id }
    let (who, what) = subject(of: conflict, change, now: now)
    say(.error, "Not taken back: \(who) changed \(what) since", at: now)
    guard let reference = conflict.fields.first?.reference else { return [] }
    workbench.savedAt = now
    return [.reload, .readHistory(reference, takesBack: true)]
  }

  private mutating func lookAtOwn(now: Instant) -> [Effect] {
    guard let undone = workbench.endUndo(), let reference = undone.edits.first?.reference else {
      return []
    }
    let documents = knowledge.definitions.documents
    let history = SegmentHistory(of: reference, changes: [undone], now: documents[reference])
    guard let version = history.versions.first else { return [] }
    return look(back: version, of: reference, undoes: undone.id, now: now)
  }

  /// A change as it would be taken back.
  mutating func look(
    back version: SegmentVersion,
    of reference: DefinitionReference,
    undoes own: DefinitionChange.ID?,
    now: Instant
  ) -> [Effect] {
    guard let change = version.change else { return [] }
    let name = title(of: reference, knowledge.definitions.documents[reference])
    let words = VersionWords(
      knowledge.definitions,
      wording: WorkbenchFacts(self, now: now).wording
    )
    let pair = RefiningScreen.VersionPair(
      reference: reference,
      old: version.object,
      new: version.before
    )
    var screen = RefiningScreen(
      "Take back the last change of \(name)",
      .back(reversed(change, change.id, now: now), pair),
      notes: words.notes(version)
    )
    screen.undoes = own
    // What others changed beside it stays.
    let names = SegmentNames(
      knowledge.definitions,
      wording: WorkbenchFacts(self, now: now).wording
    )
    try? screen.renew(knowledge.definitions, names)
    return open(screen, now: now)
  }
}
