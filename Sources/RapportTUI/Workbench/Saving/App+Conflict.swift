import JSONLogic
import RapportCore
import Terminal

/// Deciding field by field where somebody else changed the same.
extension App {
  mutating func takeConflict(
    _ conflict: DefinitionConflict,
    of change: DefinitionChange,
    now: Instant
  ) -> [Effect] {
    if workbench.undoing?.id == change.id {
      return takeUndoConflict(conflict, of: change, now: now)
    }
    if isRefining(change) { return takeRefiningConflict(conflict, of: change, now: now) }
    let rows = conflict.fields.map { row($0, conflict, change, now: now) }
    let what = rows.map(\.label).joined(separator: "; ")
    workbench.saving[change.id] = nil
    var effects: [Effect] = []
    if layers.isEmpty, let edit = change.edits.first, edit.reference.kind == .store,
      let object = edit.after
    {
      // Of the editor alone; from now on it is a draft in its form.
      unsavedSettings = nil
      effects = show(
        draft(of: edit.reference, base: edit.before, object, now: now),
        now: now
      )
    } else if definitionForm?.saving?.id != change.id {
      let names = change.edits.map(\.reference.description).joined(separator: ", ")
      let others = rows.others
      say(.error, "\(names) not saved: \(others) changed the same meanwhile: \(what)", at: now)
      return []
    }
    editForm { $0.saving = nil }
    layers.append(.conflict(ConflictForm(conflict, rows: rows, reason: change.reason)))
    return effects
  }

  /// Who changed what: `Ana Lima (Saturday, 21 November, 14:03)` and `Rule; Priority`.
  func subject(
    of conflict: DefinitionConflict,
    _ change: DefinitionChange,
    now: Instant
  ) -> (who: String, what: String) {
    let authors = conflict.fields.map { author(of: $0, now: now) }
    let first = authors.first ?? ""
    let who = authors.allSatisfy { $0 == first } ? first : "others"
    let what = conflict.fields.map { row($0, conflict, change, now: now).label }
    return (who, what.joined(separator: "; "))
  }

  func author(of field: DefinitionConflict.Field, now: Instant) -> String {
    field.author.map { name(of: $0, now: now) } ?? "somebody"
  }

  func row(
    _ field: DefinitionConflict.Field,
    _ conflict: DefinitionConflict,
    _ change: DefinitionChange,
    now: Instant
  ) -> ConflictRow {
    let edit = change.edits.last { $0.reference == field.reference }
    let words = ConflictWords(
      field.reference,
      [edit?.before, edit?.after, conflict.now[field.reference]],
      knowledge
    )
    return ConflictRow(
      field,
      words,
      author: field.author.map { name(of: $0, now: now) },
      isOwn: field.author?.by == agent.id
    )
  }

  /// `Ana Lima (Saturday, 21 November, 14:03)`.
  private func name(of author: DefinitionConflict.Field.Author, now: Instant) -> String {
    let wording = knowledge.wording(language: knowledge.language, zone: zone, now: now)
    let time = "\(wording.date(zone.date(author.at))), \(zone.local(author.at).clock)"
    guard author.by != DefinitionChange.outside else {
      return "Somebody without the program (seen \(time))"
    }
    let name = knowledge.definitions.agents.first { $0.id == author.by }?.name
    let who = author.by == agent.id ? "Another window of yours" : name ?? author.by.rawValue
    return "\(who) (\(time))"
  }

  mutating func performInConflict(_ action: Action.ID, now: Instant) -> [Effect] {
    guard case .conflict(var conflict) = layers.last else { return [] }
    switch action {
    case .takeTheirs: conflict.choose(.theirs)
    case .takeMine: conflict.choose(.mine)
    case .typeOther: conflict.beginTyping()
    case .settleConflict: return settle(conflict, now: now)
    default: break
    }
    layers[layers.count - 1] = .conflict(conflict)
    return []
  }

  mutating func move(_ conflict: ConflictForm, by distance: Int) {
    var conflict = conflict
    if abs(distance) == 1 {
      conflict.move(by: distance)
    } else {
      let view = ConflictView(conflict, in: bodyArea?.size ?? size)
      conflict.scroll(by: distance.signum() * view.page, within: view.range)
    }
    layers[layers.count - 1] = .conflict(conflict)
  }

  mutating func endTyping(_ conflict: ConflictForm, keeps: Bool) {
    var conflict = conflict
    conflict.endTyping(keeps: keeps)
    layers[layers.count - 1] = .conflict(conflict)
  }

  /// Puts the decisions over the object as it is now, and saves that where it makes nothing wrong.
  private mutating func settle(_ conflict: ConflictForm, now: Instant) -> [Effect] {
    guard let form = definitionForm else { return [] }
    layers.removeLast()
    guard let object = conflict.settled(form.draft, language: knowledge.language) else {
      let effects = discardEdit(now: now)
      workbench.savedAt = now
      let name = title(of: form.reference, form.draft.object)
      say(.ok, "\(name) stays taken out", at: now)
      return effects + [.reload]
    }
    editForm { form in
      form.rebase(on: conflict.now(form.reference), object)
      form.savesBecause = conflict.reason
      form.waitsToSave = true
    }
    return formChanged(now: now)
  }

  /// What others changed meanwhile is in the form now, so that what is wrong together can be mended.
  mutating func takeRefused(
    _ change: DefinitionChange,
    _ refusal: DefinitionRefusal,
    now: Instant
  ) -> [Effect] {
    if workbench.undoing?.id == change.id { return takeUndoRefusal(refusal, now: now) }
    if isRefining(change), refusal.merged != nil { return takeRefiningRefusal(refusal, now: now) }
    if let pinned = workbench.pinning[change.id], let pin = refusal.pins.first {
      return askAgain(pinned, against: pin, because: change.reason, now: now)
    }
    guard let form = definitionForm, form.saving?.id == change.id,
      let edit = refusal.merged?.edits.last(where: { $0.reference == form.reference }),
      let object = edit.after
    else {
      takeNotSaved(change, why: refusal.description, now: now)
      return []
    }
    workbench.saving[change.id] = nil
    let pin = refusal.pins.first.map { "\($0.customer) in \($0.name) \($0.words)" }
    let what = refusal.problems.first?.sentence ?? pin ?? ""
    let problem = "not saved: together with what others changed meanwhile, \(what)"
    editForm { form in
      form.saving = nil
      form.rebase(on: edit.before, object)
      form.problem = problem
    }
    // That the definitions are read again is no news beside it.
    workbench.savedAt = now
    say(.error, problem, at: now)
    if refusal.problems.isEmpty { askAboutPins(refusal.pins) }
    return formChanged(now: now) + [.reload]
  }

  var canSettleConflict: Availability {
    guard case .conflict(let conflict) = layers.last else { return .no("there is no conflict") }
    return .when(conflict.isDecided, else: "choose 1 or 2 for every field first")
  }

  var canTypeOther: Availability {
    guard case .conflict(let conflict) = layers.last else { return .no("there is no conflict") }
    return .when(
      conflict.row?.canBeTyped ?? false,
      else: "this is chosen, not typed: 1 theirs, 2 mine"
    )
  }
}
