import JSONLogic
import RapportCore

/// Deciding field by field where somebody else changed the same.
extension App {
  mutating func takeConflict(
    _ conflict: DefinitionConflict,
    of change: DefinitionChange,
    now: Instant
  ) {
    let fields = conflict.fields.map { field in
      let pointer = JSONPointer(parsing: field.pointer) ?? JSONPointer()
      return definitionForm?.label(of: pointer) ?? PointerWords.text(pointer).nonBlank
        ?? "all of it"
    }
    if workbench.undoing?.id == change.id {
      workbench.undoing = nil
      let what = fields.joined(separator: ", ")
      say(.error, "Not taken back: somebody changed \(what) since", at: now)
      return
    }
    workbench.saving[change.id] = nil
    guard let form = definitionForm, form.saving?.id == change.id else {
      let names = change.edits.map(\.reference.description).joined(separator: ", ")
      let what = conflict.fields.map { $0.pointer.isEmpty ? "all of it" : $0.pointer }
        .joined(separator: ", ")
      say(
        .error,
        "\(names) not saved: somebody else changed the same meanwhile: \(what)",
        at: now
      )
      return
    }
    editForm { $0.saving = nil }
    layers.append(.conflict(ConflictForm(conflict, labels: fields, reason: change.reason)))
  }

  mutating func performInConflict(_ action: Action.ID, now: Instant) -> [Effect] {
    guard case .conflict(var conflict) = layers.last else { return [] }
    switch action {
    case .takeTheirs: conflict.choose(.theirs)
    case .takeMine: conflict.choose(.mine)
    case .settleConflict: return settle(conflict, now: now)
    default: break
    }
    layers[layers.count - 1] = .conflict(conflict)
    return []
  }

  /// Puts the decisions over the object as it is now, and saves that.
  private mutating func settle(_ conflict: ConflictForm, now: Instant) -> [Effect] {
    guard let form = definitionForm else { return [] }
    let theirs = conflict.now(form.reference)
    guard let object = conflict.settled(form.draft) else {
      say(.error, "That cannot be put together: Esc goes back to the form", at: now)
      return []
    }
    layers.removeLast()
    editForm { $0.rebase(on: theirs, object) }
    let kept = formChanged(now: now)
    return kept + save(because: conflict.reason, now: now)
  }

  var canSettleConflict: Availability {
    guard case .conflict(let conflict) = layers.last else { return .no("there is no conflict") }
    return .when(conflict.isDecided, else: "choose 1 or 2 for every field first")
  }
}
