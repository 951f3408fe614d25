import RapportCore
import Terminal

extension App {
  mutating func take(_ message: Message, now: Instant) -> [Effect] {
    switch message {
    case .found(let result, let generation): return take(result, generation: generation, now: now)
    case .summaries(let summaries, let generation):
      guard generation == find.generation else { return [] }
      find.summaries.merge(summaries) { $1 }
    case .census(let census): find.census = census
    case .opened(let opened, let opening): return take(opened, as: opening, now: now)
    case .notOpened(_, let why, let opening):
      if case .card(_, let generation) = opening, generation != desk.generation { return [] }
      if case .draft(let contact) = opening { restore(contact, from: nil, now: now) }
      say(.error, why, at: now)
    case .drafts(let contacts, let problems): return take(contacts, problems: problems, now: now)
    case .draftNotSaved(_, let why): say(.error, "This contact is not saved: \(why)", at: now)
    case .logged(let contact): return close(contact, now: now)
    case .notLogged(let contact, let why):
      desk.edit(contact) { $0.isEnding = false }
      say(.error, "The outcome is not in the journal: \(why). The contact stays open", at: now)
    case .patched(let customer):
      desk.take(customer, guide: knowledge.guide, agent: agent, now: now)
    case .notPatched(let patch, let why):
      say(.error, "\(words(for: patch)) not saved: \(why)", at: now)
      return [.open(patch.customer, as: .refresh)]
    case .copied(let what, let outcome): take(outcome, of: what, now: now)
    case .reloaded(let knowledge): take(knowledge, now: now)
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

  private mutating func take(_ knowledge: Knowledge, now: Instant) {
    self.knowledge = knowledge
    desk.guideAll(knowledge.guide, agent: agent, now: now)
    let problems = knowledge.definitions.problems.count
    let words =
      problems == 0 ? "" : "; \(TimeWords.plural(problems, "problem")): rapport check lists them"
    say(problems == 0 ? .ok : .warning, "Read the definitions again\(words)", at: now)
  }

  private func words(for patch: CustomerPatch) -> String {
    patch.changes.map { knowledge.label(ofPath: $0.path) }.joined(separator: ", ")
  }
}
