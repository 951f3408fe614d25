import JSONLogic
import RapportCore

/// Saving changes of definitions, and taking them back.
extension App {
  /// Asks for the reason as soon as it is known that the draft makes nothing wrong.
  mutating func saveDefinition(now: Instant) -> [Effect] {
    guard let form = definitionForm else { return [] }
    editForm { $0.waitsToSave = true }
    guard form.outcome?.generation == form.generation else { return [] }
    return askReason(now: now)
  }

  mutating func askReason(now: Instant) -> [Effect] {
    guard let form = definitionForm else { return [] }
    editForm { form in
      form.waitsToSave = false
      form.savesBecause = nil
      form.pinsAsked = []
    }
    if let (key, _) = form.draft.unfinished.min(by: { $0.key < $1.key }) {
      editForm { $0.problem = "not saved: the JSON of the \(key) cannot be read yet" }
      return []
    }
    let errors = form.outcome?.newErrors ?? []
    guard let first = errors.first else {
      if let pins = form.outcome?.brokenPins, !pins.isEmpty {
        askAboutPins(pins)
        return []
      }
      if let reason = form.savesBecause { return save(because: reason, now: now) }
      askReason("Why this change?")
      return []
    }
    let count = errors.count > 1 ? " (1 of \(errors.count) errors)" : ""
    editForm { form in
      form.problem = "not saved: \(first.sentence)\(count)"
      form.focus(onProblem: first)
    }
    return []
  }

  /// With what was typed of it before.
  mutating func askReason(_ question: String) {
    let text = definitionForm?.draft.reason ?? ""
    layers.append(.input(InputLine(question, for: .changeReason, text: text)))
  }

  /// The reason as far as it is typed, in the draft.
  mutating func takeReason(_ text: String, now: Instant) -> [Effect] {
    editForm { $0.take(reason: text) }
    guard let draft = definitionForm?.draft, draft.isChanged,
      let index = edits.firstIndex(where: { $0.id == draft.id })
    else { return [] }
    edits[index] = draft
    return [.saveEdit(draft)]
  }

  mutating func save(because reason: String, now: Instant) -> [Effect] {
    guard let form = definitionForm else { return [] }
    let id = DefinitionChange.ID(ULID(at: now, using: &random).description)
    let change = form.change(id, at: now, reason: reason)
    editForm { form in
      form.saving = change
      form.pinsAsked = []
    }
    workbench.saving[id] = form.draft
    return [.saveDefinitions(change)]
  }

  mutating func takeSaved(_ change: DefinitionChange, now: Instant) -> [Effect] {
    let names = self.names(of: change)
    workbench.savedAt = now
    forgetUnsaved(change)
    if workbench.undoing?.id == change.id {
      let undone = workbench.endUndo()
      workbench.own.removeAll { $0.id == undone?.id }
      say(.ok, "Taken back: \(names), “\(undone?.reason ?? "")”", at: now)
      return [.reload]
    }
    if isRefining(change) { return takeRefined(change, names: names, now: now) }
    if let pinned = workbench.pinning.removeValue(forKey: change.id) {
      workbench.own.append(change)
      say(.ok, "\(pinned.words); F4 then u takes it back", at: now)
      return [.reload]
    }
    guard let draft = workbench.saving.removeValue(forKey: change.id) else {
      let what = change.edits.map(\.reference.description).joined(separator: ", ")
      say(.ok, "Saved \(what)", at: now)
      return [.reload]
    }
    if definitionForm?.saving?.id == change.id {
      layers = []
      workbench.select(.definition(draft.reference))
    }
    if change.edits.isEmpty {
      say(.info, "Nothing to save: it is like that already", at: now)
    } else {
      workbench.own.append(change)
      say(.ok, "Saved: \(names)", at: now)
    }
    // What was typed since, in a form that was opened again, is not saved.
    let isTyped = edits.contains { $0.id == draft.id && $0.object != draft.object }
    guard !isTyped else { return [.reload] }
    edits.removeAll { $0.id == draft.id }
    return [.removeEdit(draft.id), .reload]
  }

  mutating func takeNotSaved(_ change: DefinitionChange, why: String, now: Instant) {
    if workbench.undoing?.id == change.id { _ = workbench.endUndo() }
    if isRefining(change) { takeNotRefined() }
    workbench.saving[change.id] = nil
    workbench.pinning[change.id] = nil
    editForm { form in
      if form.saving?.id == change.id { form.saving = nil }
    }
    say(.error, "\(names(of: change)) not saved: \(why)", at: now)
  }

  /// `Warm and personal, version 5`.
  func names(of change: DefinitionChange) -> String {
    change.edits.map { edit in
      let name = title(of: edit.reference, edit.after ?? edit.before)
      guard edit.after != nil else { return "\(name), taken out" }
      return edit.reference.revision(of: edit.after).map { "\(name), version \($0)" } ?? name
    }.joined(separator: "; ")
  }
}
