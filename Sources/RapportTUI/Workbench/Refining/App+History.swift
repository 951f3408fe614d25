import JSONLogic
import RapportCore

/// The versions of a definition: read where they are looked at, compared and gone back to.
extension App {
  /// Asks for the versions of the segment whose changes are on the screen, once.
  mutating func readHistoryIfShown(now: Instant) -> [Effect] {
    guard view == .workbench, workbench.profile.tab == .changes,
      let segment = shownSegment(now: now)
    else { return [] }
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    let isOld = workbench.oldHistories.remove(reference) != nil
    guard isOld || workbench.histories[reference] == nil else { return [] }
    // What is on the screen stays until the new one comes, and the cursor with it.
    if !isOld { workbench.histories[reference] = .reading }
    return [.readHistory(reference, takesBack: false)]
  }

  mutating func take(
    _ history: Result<SegmentHistory, CountingFailure>,
    of reference: DefinitionReference,
    takesBack: Bool,
    now: Instant
  ) -> [Effect] {
    guard takesBack else {
      switch history {
      case .success(let history):
        let version = shownVersions(now: now).flatMap { old, index in
          old.reference == reference ? old.versions[index].id : nil
        }
        workbench.histories[reference] = .known(history)
        if let version { follow(version, in: history) }
        return dropLostRefinings(in: history, now: now)
      case .failure(let failure): workbench.histories[reference] = .failed(failure.why)
      }
      return []
    }
    switch history {
    case .success(let history): return lookBack(history, now: now)
    case .failure(let failure):
      say(.error, "The history cannot be read: \(failure.why)", at: now)
      return []
    }
  }

  /// The way back that was begun and not saved, or the last change that nobody took back, by
  /// whomever, as it would be taken back.
  private mutating func lookBack(_ history: SegmentHistory, now: Instant) -> [Effect] {
    if let waiting = waitingWayBack, waiting.reference == history.reference {
      return goOn(waiting, history, now: now)
    }
    let name = title(
      of: history.reference,
      knowledge.definitions.documents[history.reference]
    )
    guard let version = history.standing, let last = version.change else {
      say(.info, "\(name) has no change to take back", at: now)
      return []
    }
    let own = workbench.own.contains { $0.id == last.id } ? last.id : nil
    return look(back: version, of: history.reference, undoes: own, now: now)
  }

  /// One's own changes can be taken back also where others changed something behind them.
  private mutating func goOn(
    _ waiting: WaitingWayBack,
    _ history: SegmentHistory,
    now: Instant
  ) -> [Effect] {
    let isOwn = workbench.own.contains { $0.id == waiting.change }
    guard let version = history.versions.first(where: { $0.change?.id == waiting.change }),
      isOwn || history.standing?.id == version.id
    else {
      let why = "that change is not the last one any more"
      return throwAway([LostRefining(draft: waiting.draft, why: why)], now: now)
    }
    return look(
      back: version,
      of: history.reference,
      undoes: isOwn ? waiting.change : nil,
      now: now
    )
  }

  // MARK: the tab

  /// The cursor stays on its version, and the version where it is on the screen.
  private mutating func follow(_ version: SegmentVersion.ID, in history: SegmentHistory) {
    guard let index = history.versions.firstIndex(where: { $0.id == version }) else { return }
    let place = workbench.profile.place
    workbench.profile.place.index = index
    workbench.profile.place.top = max(0, place.top + index - place.index)
  }

  private func shownVersions(now: Instant) -> (SegmentHistory, index: Int)? {
    guard openTab == .changes, let segment = shownSegment(now: now),
      case .known(let history)? = workbench.histories[
        DefinitionReference(.segment, segment.id.rawValue)
      ], let index = profileIndex(now: now), history.versions.indices.contains(index)
    else { return nil }
    return (history, index)
  }

  mutating func performOnVersion(_ action: Action.ID, now: Instant) -> [Effect] {
    guard let (history, index) = shownVersions(now: now) else { return [] }
    let version = history.versions[index]
    let words = VersionWords(
      knowledge.definitions,
      wording: WorkbenchFacts(self, now: now).wording
    )
    let name = title(
      of: history.reference,
      knowledge.definitions.documents[history.reference]
    )
    switch action {
    case .markVersion:
      let isMarked = workbench.marks[history.reference] == version.id
      workbench.marks[history.reference] = isMarked ? nil : version.id
      return []
    case .showVersion:
      let marked = history.versions.firstIndex { $0.id == workbench.marks[history.reference] }
      var screen: RefiningScreen
      var pair = RefiningScreen.VersionPair(reference: history.reference)
      if let marked, marked != index {
        let (later, earlier) = (min(marked, index), max(marked, index))
        let (first, last) = (history.versions[earlier], history.versions[later])
        (pair.old, pair.new) = (first.object, last.object)
        let title = "\(name), version \(first.revision) -> \(last.revision)"
        screen = RefiningScreen(title, .difference(pair))
      } else {
        pair.old = version.change == nil ? version.object : version.before
        pair.new = version.object
        pair.revision = version.revision
        let title = "\(name), version \(version.revision)"
        screen = RefiningScreen(title, .difference(pair), notes: words.notes(version))
      }
      return open(screen, now: now)
    case .revertVersion:
      let object = knowledge.definitions.documents[history.reference]
      let change = DefinitionChange.reverting(
        history.reference,
        from: object,
        to: version,
        id: DefinitionChange.ID(version.id),
        at: now,
        by: agent.id,
        reason: "back to version \(version.revision)"
      )
      // A refusal is said once it is looked at.
      if let same = try? change.rebased(on: knowledge.definitions.documents), same.edits.isEmpty {
        // What was begun of it cannot be opened any more.
        let lost = dropRefining(.revert(history.reference, version: version.id))
        let words = lost.isEmpty ? "" : "; the reason that you typed is thrown away"
        say(.info, "\(name) is as it was in version \(version.revision) already\(words)", at: now)
        return lost
      }
      let pair = RefiningScreen.VersionPair(
        reference: history.reference,
        old: object,
        new: version.object
      )
      let title = "\(name), back to version \(version.revision)"
      return open(
        RefiningScreen(
          title,
          .revert(change, pair, to: version),
          notes: words.notes(version)
            + history.staying(backTo: version, knowledge.definitions.documents)
        ),
        now: now
      )
    default: return []
    }
  }

  var canShowVersion: Availability {
    .when(openTab == .changes, else: "only the changes of a segment have versions")
  }

  var canRevertVersion: Availability {
    guard openTab == .changes else { return canShowVersion }
    return canChangeDefinitions
  }
}

/// The versions of a definition, as far as they are read.
enum KnownHistory: Sendable {
  case reading
  case known(SegmentHistory)
  case failed(String)
}

extension VersionWords {
  /// Who made a version, when and why, above what it changed.
  func notes(_ version: SegmentVersion) -> [RefiningLine] {
    let made = [when(version), who(version)].filter { !$0.isEmpty }.joined(separator: ", ")
    let lines = made.isEmpty ? [] : [RefiningLine(.plain, "Made", made)]
    return lines + [RefiningLine(.plain, "Why", why(version))]
  }
}
