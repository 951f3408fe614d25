import JSONLogic
import RapportCore
import Terminal

/// Changing a definition in its form.
extension App {
  /// The form, where it is open, even below a list.
  var definitionForm: DefinitionForm? {
    for case .definition(let form) in layers.reversed() { return form }
    return nil
  }

  mutating func editForm(_ body: (inout DefinitionForm) -> Void) {
    for index in layers.indices.reversed() {
      guard case .definition(var form) = layers[index] else { continue }
      body(&form)
      layers[index] = .definition(form)
      return
    }
  }

  /// Those that something is said in.
  var definitionLanguages: [String] {
    var tags = Set(languages)
    tags.formUnion(knowledge.definitions.tones.flatMap(\.languages))
    tags.formUnion(knowledge.definitions.intents.flatMap { $0.examples.keys })
    tags.remove(knowledge.language)
    return [knowledge.language] + tags.sorted()
  }

  /// What a definition is called, as it is in the draft.
  func title(of reference: DefinitionReference, _ object: JSON?) -> String {
    if reference.kind == .store { return knowledge.settings.name }
    let name = object?["name"] ?? object?["title"]
    let texts = name?.objectValue
    let text =
      name?.stringValue ?? texts?[knowledge.language]?.stringValue
      ?? texts?.values.compactMap(\.stringValue).first
    return text?.nonBlank ?? reference.id
  }

  mutating func openForm(now: Instant) -> [Effect] {
    guard let reference = selectedDefinition(now: now) else {
      say(.info, "There is nothing to edit on this line", at: now)
      return []
    }
    return openForm(of: reference, now: now)
  }

  /// Opens the form of a definition with what was not saved of it, or with a new draft.
  mutating func openForm(
    of reference: DefinitionReference,
    in language: String? = nil,
    now: Instant
  ) -> [Effect] {
    if let kept = edits.first(where: { $0.reference == reference }) {
      say(.info, "Your unsaved changes are here again", at: now)
      return show(kept, in: language, now: now)
    }
    guard let object = knowledge.definitions.documents[reference] else {
      say(.error, "It is not in the store any more", at: now)
      return []
    }
    return show(draft(of: reference, base: object, object, now: now), in: language, now: now)
  }

  mutating func draft(
    of reference: DefinitionReference,
    base: JSON?,
    _ object: JSON,
    now: Instant
  ) -> DefinitionDraft {
    DefinitionDraft(
      id: .init(ULID(at: now, using: &random).description),
      agent: agent.id,
      openedAt: now,
      reference: reference,
      base: base,
      object: object
    )
  }

  /// `language` is that of the texts at first; without one the store's.
  mutating func show(
    _ draft: DefinitionDraft,
    in language: String? = nil,
    now: Instant
  ) -> [Effect] {
    let known = definitionLanguages
    let new = language.map { known.contains($0) ? [] : [$0] } ?? []
    layers = [
      .definition(
        DefinitionForm(
          draft,
          languages: known + new,
          language: language,
          definitions: knowledge.definitions
        )
      )
    ]
    let samples: [Effect] =
      workbench.samples == nil ? [.chooseSamples(own: find.recents.map(\.id), at: now)] : []
    return formChanged(now: now) + samples
  }

  /// Keeps the draft, and tries it out; every key that changes it does.
  mutating func formChanged(now: Instant) -> [Effect] {
    guard let form = definitionForm else { return [] }
    var effects: [Effect] = []
    let kept = edits.firstIndex { $0.id == form.draft.id }
    if !form.draft.isChanged {
      if let kept {
        edits.remove(at: kept)
        effects.append(.removeEdit(form.draft.id))
      }
    } else if kept.map({
      edits[$0].object != form.draft.object || edits[$0].base != form.draft.base
        || edits[$0].unfinished != form.draft.unfinished
    })
      ?? true
    {
      if let kept { edits[kept] = form.draft } else { edits.append(form.draft) }
      effects.append(.saveEdit(form.draft))
    }
    return effects + tryOut(now: now)
  }

  /// Asks what the draft would make wrong, and how it would be for some customers.
  mutating func tryOut(now: Instant) -> [Effect] {
    var generation = 0
    editForm { generation = $0.nextGeneration() }
    guard let form = definitionForm else { return [] }
    let trial = Trial(
      draft: form.draft,
      samples: (workbench.samples ?? []) + [.nobody],
      agent: agent,
      language: form.language,
      generation: generation,
      now: now
    )
    return [.tryOut(trial)]
  }

  mutating func take(_ outcome: TrialOutcome, of draft: DefinitionDraft.ID, now: Instant)
    -> [Effect]
  {
    guard let form = definitionForm, form.draft.id == draft, form.generation == outcome.generation
    else { return [] }
    var outcome = outcome
    outcome.turn = outcome.turn?.keeping(form.outcome?.turn)
    editForm { $0.outcome = outcome }
    return form.waitsToSave ? askReason(now: now) + typeHeld(now: now) : []
  }

  mutating func take(_ samples: [Sample], now: Instant) -> [Effect] {
    workbench.samples = samples
    return tryOut(now: now)
  }

  /// Edits that were begun before; they wait in the workbench.
  mutating func take(
    _ restored: [DefinitionDraft],
    _ begun: [RefiningDraft],
    now: Instant
  ) {
    edits += restored.filter { edit in !edits.contains { $0.id == edit.id } }
    refinings += begun.filter { draft in !refinings.contains { $0.id == draft.id } }
    guard !restored.isEmpty || !begun.isEmpty else { return }
    let count = TimeWords.plural(restored.count + begun.count, "change")
    say(.info, "\(count) of definitions not saved yet: F4", at: now)
  }

  // MARK: - Keys

  mutating func performInForm(_ action: Action.ID, now: Instant) -> [Effect] {
    switch action {
    case .nextField: editForm { $0.move(by: 1) }
    case .previousField: editForm { $0.move(by: -1) }
    case .newLine: return changeForm(now: now) { $0.insert("\n") }
    case .turnLeft: return changeForm(now: now) { $0.turn(by: -1) }
    case .turnRight: return changeForm(now: now) { $0.turn(by: 1) }
    case .toggle: return changeForm(now: now) { $0.toggle() }
    case .addItem: return changeForm(now: now) { $0.add() }
    case .removeItem: return changeForm(now: now) { $0.removeItem() }
    case .itemUp: return changeForm(now: now) { $0.moveItem(by: -1) }
    case .itemDown: return changeForm(now: now) { $0.moveItem(by: 1) }
    case .nextLanguage:
      editForm { $0.nextLanguage() }
      return tryOut(now: now)
    case .nextSample: editForm { $0.sample += 1 }
    case .saveDefinition: return saveDefinition(now: now)
    case .closeForm: return closeForm(now: now)
    default: break
    }
    return []
  }

  /// Tries out only what really changed.
  private mutating func changeForm(
    now: Instant,
    _ body: (inout DefinitionForm) -> Void
  ) -> [Effect] {
    let before = definitionForm?.draft.object
    editForm(body)
    if let refusal = layers.last?.refusal { say(.warning, refusal, at: now) }
    return definitionForm?.draft.object == before ? [] : formChanged(now: now)
  }

  /// Through the rows of a text, then to the next field.
  mutating func moveInForm(by distance: Int) {
    let columns = DefinitionFormView.textColumns(in: size)
    editForm { form in
      for _ in 0..<abs(distance) where !form.moveInText(by: distance.signum(), columns: columns) {
        form.move(by: distance.signum())
      }
    }
  }

  /// Asks only where something would be lost.
  private mutating func closeForm(now: Instant) -> [Effect] {
    guard let form = definitionForm, !form.isSaving else { return [] }
    guard form.draft.isChanged else {
      layers = []
      return []
    }
    let name = title(of: form.reference, form.draft.object)
    layers.append(.picker(.leavingForm(name, way: wayBack(to: form.draft))))
    return []
  }

  mutating func discardEdit(now: Instant) -> [Effect] {
    guard let form = definitionForm else { return [] }
    layers = []
    edits.removeAll { $0.id == form.draft.id }
    say(.info, "Your changes are thrown away", at: now)
    return [.removeEdit(form.draft.id)]
  }

  mutating func keepEdit(now: Instant) -> [Effect] {
    let way = definitionForm.map { wayBack(to: $0.draft) } ?? "e"
    layers = []
    say(.info, "Kept as a draft: \(way) goes on with it", at: now)
    return []
  }
}
