import JSONLogic
import RapportCore

/// Looking again where somebody else changed meanwhile what a merge, a split or a way back is about.
extension App {
  /// Over the definitions as they are now, where what is shown is of older ones; what was chosen stays.
  mutating func lookAgain(isChanged: Bool, now: Instant) -> [Effect] {
    guard var screen = refining, screen.saving == nil, isChanged || screen.isStale else {
      return []
    }
    let wording = WorkbenchFacts(self, now: now).wording
    do throws(SegmentRefusal) {
      try screen.renew(
        knowledge.definitions,
        SegmentNames(knowledge.definitions, wording: wording)
      )
    } catch {
      screen.refuse(error.description)
      editRefining { $0 = screen }
      return []
    }
    editRefining { $0 = screen }
    return askRefining(now: now)
  }

  mutating func takeRefiningConflict(
    _ conflict: DefinitionConflict,
    of change: DefinitionChange,
    now: Instant
  ) -> [Effect] {
    let news = conflict.fields.map { RefiningLine(.warning, "Meanwhile", story(of: $0, conflict)) }
    let (who, what) = subject(of: conflict, change, now: now)
    say(
      .error,
      "Not saved: \(who) changed \(what) meanwhile; look at how it would be now",
      at: now
    )
    return becomeStale(news, now: now)

    func story(of field: DefinitionConflict.Field, _ conflict: DefinitionConflict) -> String {
      let row = self.row(field, conflict, change, now: now)
      let name = title(
        of: field.reference,
        conflict.now[field.reference] ?? knowledge.definitions.documents[field.reference]
      )
      let theirs = row.theirs.map { " is \($0)" } ?? " is taken out"
      return "\(author(of: field, now: now)) changed \(name): \(row.label)\(theirs)"
    }
  }

  /// Wrong, or against a pin, only together with what others changed.
  mutating func takeRefiningRefusal(_ refusal: DefinitionRefusal, now: Instant) -> [Effect] {
    let words = refusal.description.split(separator: "\n").map(String.init)
    say(
      .error,
      "Not saved: together with what others changed meanwhile, \(words.first ?? "")",
      at: now
    )
    return becomeStale(words.map { RefiningLine(.warning, "Meanwhile", $0) }, now: now)
  }

  private mutating func becomeStale(_ news: [RefiningLine], now: Instant) -> [Effect] {
    editRefining { screen in
      screen.saving = nil
      screen.isStale = true
      screen.news = news
    }
    // That the definitions are read again is no news beside it.
    workbench.savedAt = now
    return [.reload]
  }
}
