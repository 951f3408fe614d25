import JSONLogic
import RapportCore
import Terminal

extension App {
  mutating func take(_ message: Message, now: Instant) -> [Effect] {
    switch message {
    case .found(let result, let generation): return take(result, generation: generation, now: now)
    case .summaries(let summaries, let generation):
      guard generation == find.generation else { return [] }
      find.summaries.merge(summaries) { $1 }
    case .census(let census):
      find.census = census
      return countAhead(now: now)
    case .agenda(let agenda, let customers):
      find.agenda = agenda
      find.customers = customers
      return summariesForPage(now: now)
    case .known(let known, let more, let caller, let generation):
      takeKnown(known, more: more, of: caller, generation: generation)
    case .opened(let opened, let opening): return take(opened, as: opening, now: now)
    case .notOpened(_, let why, let opening):
      switch opening {
      case .card(_, let generation), .move(_, _, let generation):
        guard generation == desk.generation else { return [] }
      case .draft(let contact), .reopened(let contact): restore(contact, from: nil, now: now)
      case .refresh, .history: break
      }
      say(.error, why, at: now)
    case .drafts(let contacts, let problems): return take(contacts, problems: problems, now: now)
    case .callers(let callers): take(callers, now: now)
    case .created(let customer): return takeCreated(customer, now: now)
    case .notCreated(let customer, let why): takeNotCreated(customer, why: why, now: now)
    case .draftNotSaved(_, let why): say(.error, "This contact is not saved: \(why)", at: now)
    case .logged(let contact): return close(contact, now: now)
    case .notLogged(let contact, let why):
      desk.edit(contact) { $0.isEnding = false }
      say(.error, "The outcome is not in the journal: \(why). The contact stays open", at: now)
    case .takenBack(let contact): return takeReopened(contact, now: now)
    case .notTakenBack(let contact, let why):
      say(.error, "The outcome is still in the journal: \(why)", at: now)
      return desk[contact.id] == nil ? [.removeDraft(contact.id)] : []
    case .patched(let customer):
      desk.take(customer, knowledge: knowledge, agent: agent, now: now)
    case .notPatched(let patch, let why):
      say(.error, "\(words(for: patch)) not saved: \(why)", at: now)
      return drop(patch, now: now)
    case .conflicted(let patch, let conflict):
      say(.error, words(for: conflict, of: patch, now: now), at: now)
      return drop(patch, now: now)
    case .feedback(let lines, let answers, let read):
      feedback.take(lines, answers: answers, read: read)
    case .feedbackNotRead(let why): takeNotRead(why, now: now)
    case .feedbackSaved(let line): return takeSaved(line, now: now)
    case .feedbackNotSaved(let line, let why): takeNotSaved(line, why: why, now: now)
    case .feedbackTakenBack(let line):
      if line.verdict == .reviewed { return takeReviewTakenBack(line, now: now) }
      say(.info, "Took back: feedback on \(feedbackWords.subject(line.on))", at: now)
      return [.readFeedback(agent.id)]
    case .feedbackNotTakenBack(let line, let why):
      let what = line.verdict == .reviewed ? "review" : "feedback"
      say(.error, "The \(what) is still in the journal: \(why)", at: now)
    case .feedbackAnswered(let line): return takeAnswered(line, now: now)
    case .feedbackNotAnswered(_, let why):
      say(.error, "Not answered: \(why)", at: now)
      return [.readFeedback(agent.id)]
    case .journalChanged: return [.readFeedback(agent.id)] + readWeekIfStale(now: now)
    case .week(let facts, let isComplete, let generation):
      measure.take(facts, isComplete: isComplete, generation: generation)
    case .definitionsSaved(let change): return takeSaved(change, now: now)
    case .definitionsNotSaved(let change, let why): takeNotSaved(change, why: why, now: now)
    case .definitionsRefused(let change, let refusal):
      return takeRefused(change, refusal, now: now)
    case .definitionsConflicted(let change, let conflict):
      return takeConflict(conflict, of: change, now: now)
    case .edits(let edits, let refinings):
      take(edits, refinings, now: now)
      return dropLostRefinings(now: now)
    case .samples(let samples): return take(samples, now: now)
    case .tried(let outcome, let draft): return take(outcome, of: draft, now: now)
    case .edited(let text, _, let why) where workbench.inEditor != nil:
      return takeEdited(text, why: why, now: now)
    case .edited(let text, let name, let why):
      return take(edited: text, name: name, why: why, now: now)
    case .copied(let what, let outcome): take(outcome, of: what, now: now)
    case .themes(let readings): take(readings, now: now)
    case .reloaded(let knowledge): return take(knowledge, now: now)
    case .triedRule(let outcome): take(outcome)
    case .spread(let spread, let path): take(spread, of: path)
    case .checked(let problems, let generation): take(problems, generation: generation)
    case .gaps(let report, let count, let generation):
      workbench.gaps.take(report, count, generation: generation)
    case .overview(let result, let generation):
      workbench.statistics.overview.take(result, generation: generation)
    case .identities(let result, let generation):
      workbench.statistics.identities.take(result, generation: generation)
    case .contrast(let result, let generation):
      workbench.statistics.contrast.take(result, generation: generation)
    case .overlaps(let result, let generation):
      workbench.statistics.overlaps.take(result, generation: generation)
    case .members(let result, let generation):
      workbench.statistics.members.take(result, generation: generation)
    case .memberRead(let opened, let segments): showWhy(opened, segments)
    case .membersWriting(let file, let progress): take(progress, of: file)
    case .membersWritten(let file, let progress): takeWritten(file, progress, now: now)
    case .membersNotWritten(let file, let refusal): takeRefusal(refusal, of: file, now: now)
    case .membersFailed(let file, let why): takeNotWritten(file, why: why, now: now)
    case .calls(let result, let generation):
      workbench.statistics.calls.take(result, generation: generation)
    case .doubts(let result, let generation):
      workbench.statistics.doubts.take(result, generation: generation)
    case .customersChanged: return count(now: now)
    case .refined(let answer, let generation):
      editRefining { $0.take(answer, generation: generation) }
    case .history(let history, let reference, let takesBack):
      return take(history, of: reference, takesBack: takesBack, now: now)
    case .triedBack(let change, let problems, let pins):
      return takeTried(change, problems, pins, now: now)
    case .failed(let why): say(.error, why, at: now)
    }
    return []
  }

  /// Honest about the clipboard: a terminal does not say whether it took a text.
  private mutating func take(_ outcome: ClipboardOutcome, of what: String, now: Instant) {
    switch outcome {
    case .copied:
      toast = Toast(.ok, "Copied \(what)", at: now)
      remember(.ok, "Copied \(what): \(outcome.words)", at: now)
    case .sent:
      toast = Toast(.ok, "Copied \(what), if the terminal took it", at: now)
      remember(.ok, "Copied \(what): \(outcome.words)", at: now)
    case .notPossible(let reason): say(.error, "Not copied: \(reason)", at: now)
    }
  }

  private mutating func take(_ knowledge: Knowledge, now: Instant) -> [Effect] {
    let isChanged =
      self.knowledge.definitions.documents.files != knowledge.definitions.documents.files
    if !self.knowledge.definitions.keepsMembers(in: knowledge.definitions) {
      workbench.statistics.forget()
    }
    self.knowledge = knowledge
    desk.guideAll(knowledge, agent: agent, now: now)
    measure.use(knowledge.definitions)
    let problems = knowledge.definitions.problems.count
    let words =
      problems == 0 ? "" : "; \(TimeWords.plural(problems, "problem")): rapport check lists them"
    let news = "Read the definitions again\(words)"
    // After saving, the toast says what was saved.
    if let saved = workbench.savedAt, now.seconds(since: saved) < Toast.seconds {
      remember(.ok, news, at: now)
    } else {
      say(problems == 0 ? .ok : .warning, news, at: now)
    }
    workbench.gaps.report = nil
    workbench.oldHistories = Set(workbench.histories.keys)
    let gaps = view == .workbench ? findGaps(now: now) : []
    let week = [.workbench, .measure].contains(view) ? readWeek(now: now) : []
    return (workbench.problems == nil ? [] : check(now: now)) + gaps + week + count(now: now)
      + tryOut(now: now) + previewRule(now: now) + lookAgain(isChanged: isChanged, now: now)
  }

  /// A change that was not kept cannot be taken back; the record is shown as it is.
  private mutating func drop(_ patch: CustomerPatch, now: Instant) -> [Effect] {
    for tab in desk.tabs where tab.contact.customer == patch.customer {
      desk.edit(tab.id) { tab in
        tab.undo.removeAll { undo in
          guard case .patch(let back) = undo.change else { return false }
          return back.at == patch.at && back.changes.map(\.path) == patch.changes.map(\.path)
        }
      }
    }
    return [.open(patch.customer, as: .refresh, at: now)]
  }

  /// The attributes that it is about, as people know them.
  private func words(for patch: CustomerPatch) -> String {
    labels(patch.changes.map(\.path))
  }

  private func labels(_ paths: [String]) -> String {
    var labels: [String] = []
    for path in paths {
      let label = knowledge.label(ofPath: CustomerPatch.attribute(of: path))
      if !labels.contains(label) { labels.append(label) }
    }
    return labels.joined(separator: ", ")
  }

  /// `device: somebody else wrote Android meanwhile, so your iPhone is not saved`.
  private func words(
    for conflict: PatchConflict,
    of patch: CustomerPatch,
    now: Instant
  ) -> String {
    let wording = knowledge.wording(language: knowledge.language, zone: zone, now: now)
    func value(_ json: JSON?, _ path: String) -> String? {
      json.map { AttributeValue($0, of: knowledge.definitions.catalog[path]).words(wording) }
    }
    let values = conflict.paths.filter { CustomerPatch.attribute(of: $0.path) == $0.path }
    guard let (path, theirs) = values.first else {
      return "\(labels(conflict.paths.map(\.path))) not saved: somebody else noted it meanwhile"
    }
    let mine = patch.changes.first { $0.path == path }?.value
    let wrote = value(theirs, path).map { "wrote \($0)" } ?? "took it out"
    return "\(knowledge.label(ofPath: path)) not saved: somebody else \(wrote) meanwhile"
      + (value(mine, path).map { "; you wrote \($0)" } ?? "")
  }
}
