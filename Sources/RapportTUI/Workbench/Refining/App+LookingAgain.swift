import JSONLogic
import RapportCore

/// Looking again where somebody else changed meanwhile what a merge, a split or a way back is about.
extension App {
  /// Over the definitions as they are now, where what is shown or kept is of older ones; what was
  /// chosen stays.
  mutating func lookAgain(isChanged: Bool, now: Instant) -> [Effect] {
    let effects = renewRefining(isChanged: isChanged, now: now)
    return effects + dropLostRefinings(now: now)
  }

  private mutating func renewRefining(isChanged: Bool, now: Instant) -> [Effect] {
    guard var screen = refining, screen.saving == nil, isChanged || screen.isStale else {
      return []
    }
    let wording = WorkbenchFacts(self, now: now).wording
    let names = SegmentNames(knowledge.definitions, wording: wording)
    let isTold = screen.isStale
    var news = screen.see(knowledge.definitions.documents).flatMap { self.news(of: $0, names) }
    // Whoever types a reason does not look at what it is for any more.
    let reason = closeRefiningReason()
    if let reason {
      screen.reason = reason
      say(
        .warning,
        "Not saved yet: definitions changed meanwhile; look at how it would be now",
        at: now
      )
      if news.isEmpty, !isTold {
        news = [RefiningLine(.warning, "Meanwhile", "other definitions changed")]
      }
    }
    // What the store said of a conflict comes first.
    screen.news = isTold ? screen.news + news : news + screen.news
    do throws(SegmentRefusal) {
      try screen.renew(knowledge.definitions, names)
    } catch {
      screen.refuse(error.description)
      editRefining { $0 = screen }
      return reason == nil ? [] : keepRefining(now: now)
    }
    editRefining { $0 = screen }
    return askRefining(now: now) + (reason == nil ? [] : keepRefining(now: now))
  }

  /// Takes away the line that a reason is typed into; answers what was typed.
  private mutating func closeRefiningReason() -> String? {
    for index in layers.indices.reversed() {
      guard case .input(let input) = layers[index], input.purpose == .refiningReason else {
        continue
      }
      layers.remove(at: index)
      return input.field.text
    }
    return nil
  }

  private func news(of pair: RefiningScreen.VersionPair, _ names: SegmentNames) -> [RefiningLine] {
    let name = title(of: pair.reference, pair.new ?? pair.old)
    guard pair.old != nil else { return [RefiningLine(.warning, "Meanwhile", "\(name) is made")] }
    guard pair.new != nil else {
      return [RefiningLine(.warning, "Meanwhile", "\(name) is taken out")]
    }
    return SegmentComparison(from: pair.old, to: pair.new, names: names).fields.map {
      RefiningLine(.warning, "Meanwhile", "\(name): \($0.text)")
    }
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
    editRefining { $0.see(conflict) }
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

  /// Wrong, or against a pin: together with what others changed, or with what is known of
  /// customers now.
  mutating func takeRefiningRefusal(_ refusal: DefinitionRefusal, now: Instant) -> [Effect] {
    let words = refusal.description.split(separator: "\n").map(String.init)
    var isOfOthers = false
    if let change = refining?.saving, let merged = refusal.merged {
      isOfOthers = merged.isMerged(from: change)
    }
    let why = isOfOthers ? "together with what others changed meanwhile, " : ""
    say(.error, "Not saved: \(why)\(words.first ?? "")", at: now)
    let label = isOfOthers ? "Meanwhile" : "Not saved"
    return becomeStale(words.map { RefiningLine(.warning, label, $0) }, now: now)
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
