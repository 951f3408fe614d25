import JSONLogic
import RapportCore

/// Changing the JSON of a definition in the agent's own editor.
extension App {
  /// Opens the draft of the form, or the definition that the cursor is on.
  mutating func editJSON(now: Instant) -> [Effect] {
    let form = definitionForm
    guard let reference = form?.reference ?? selectedDefinition(now: now),
      let object = form?.draft.object ?? kept(reference)
        ?? knowledge.definitions.documents[reference]
    else { return [] }
    workbench.inEditor = Workbench.EditedJSON(
      reference: reference,
      base: knowledge.definitions.documents[reference],
      text: object.canonical()
    )
    return openEditor()
  }

  private func kept(_ reference: DefinitionReference) -> JSON? {
    edits.first { $0.reference == reference }?.object
  }

  private func openEditor() -> [Effect] {
    guard let edited = workbench.inEditor else { return [] }
    return [.edit(document: edited.text, name: "\(edited.reference.id).json")]
  }

  /// What the editor left becomes the draft, where it is JSON; the form then shows what follows.
  mutating func takeEdited(_ text: String?, why: String?, now: Instant) -> [Effect] {
    guard let edited = workbench.inEditor else { return [] }
    guard let text else {
      workbench.inEditor = nil
      say(.info, why ?? "Nothing is changed", at: now)
      return []
    }
    workbench.inEditor?.text = text
    let object: JSON
    do {
      object = try JSON(parsing: Array(text.utf8))
    } catch {
      askAgain("\(error)")
      return []
    }
    guard object.objectValue != nil else {
      askAgain("line 1, column 1: \(object.briefly) where an object is wanted; begin with {")
      return []
    }
    workbench.inEditor = nil
    return take(object, of: edited, now: now)
  }

  /// What others saved while the editor was open is changed since, and no part of the draft.
  private mutating func take(
    _ object: JSON,
    of edited: Workbench.EditedJSON,
    now: Instant
  ) -> [Effect] {
    let reference = edited.reference
    if definitionForm?.reference == reference {
      editForm { $0.replace(object) }
      return formChanged(now: now)
    }
    let base = edited.base
    let kept = edits.first { $0.reference == reference }
    guard object != (kept?.object ?? base) else {
      say(.info, "It is as it was", at: now)
      return []
    }
    var draft = kept ?? draft(of: reference, base: base, object, now: now)
    draft.object = object
    say(.info, "Not saved yet: Ctrl-S saves it", at: now)
    return show(draft, now: now)
  }

  private mutating func askAgain(_ problem: String) {
    var picker = Picker(
      .badJSON,
      "This is no JSON",
      isNumbered: true,
      items: [
        .init(title: "Edit again", choice: .editAgain),
        .init(title: "Drop it", detail: "nothing is changed", choice: .dropEdited),
      ]
    )
    picker.question = problem
    layers.append(.picker(picker))
  }

  func editAgain() -> [Effect] {
    openEditor()
  }
}
