import RapportCore

/// Writing a change of segments that was looked at.
extension App {
  mutating func askRefiningReason(now: Instant) {
    guard let screen = refining else { return }
    if let refusal = screen.refusal {
      say(.warning, refusal, at: now)
      return
    }
    let question =
      screen.answer.pins.isEmpty ? "Why this change?" : "Why may they be taken otherwise?"
    var line = InputLine(question, for: .refiningReason)
    if case .back(let change, _) = screen.subject { line.field = TextField(change.reason) }
    layers.append(.input(line))
  }

  mutating func saveRefining(because reason: String, now: Instant) -> [Effect] {
    let id = DefinitionChange.ID(ULID(at: now, using: &random).description)
    guard let change = refining?.change(id, at: now, by: agent.id, reason: reason) else {
      return []
    }
    editRefining { $0.saving = change }
    return [.saveDefinitions(change)]
  }

  /// Whether a change is the one of the open screen.
  func isRefining(_ change: DefinitionChange) -> Bool { refining?.saving?.id == change.id }

  mutating func takeRefined(
    _ change: DefinitionChange,
    names: String,
    now: Instant
  ) -> [Effect] {
    layers.removeAll()
    if change.edits.isEmpty {
      say(.info, "Nothing to save: it is like that already", at: now)
    } else {
      workbench.own.append(change)
      say(.ok, "Saved: \(names)", at: now)
    }
    return [.reload]
  }

  mutating func takeNotRefined() { editRefining { $0.saving = nil } }

  mutating func takeRefiningConflict(_ what: String, now: Instant) {
    takeNotRefined()
    say(
      .error,
      "Not saved: somebody changed \(what) since; Esc, then look again",
      at: now
    )
  }

  var canRefine: Availability {
    guard canChangeDefinitions == .yes else { return canChangeDefinitions }
    guard workbench.page == .segments else { return .no("only segments are merged and divided") }
    return .when(!knowledge.definitions.segments.isEmpty, else: "there is no segment yet")
  }

  var canChooseSide: Availability {
    .when(refining?.choices.isEmpty == false, else: "there is nothing to choose")
  }

  var canJoinOther: Availability {
    guard case .merge? = refining?.subject else { return .no("only a merge joins two rules") }
    return .yes
  }

  var canKeepOld: Availability {
    guard case .split? = refining?.subject else { return .no("only a split keeps the old one") }
    return .yes
  }

  var canChoosePlace: Availability {
    guard case .places? = refining?.subject else { return .no("there is no place to choose") }
    return .when(
      refining?.answer.proposals.isEmpty == false,
      else: refining?.isRunning == true ? "the places are still being counted" : "there is none"
    )
  }

  var canTypePlace: Availability {
    switch refining?.subject {
    case .places, .split: .yes
    default: .no("only a split has a place")
    }
  }

  var canSaveRefining: Availability {
    guard let screen = refining else { return .no("there is nothing to save") }
    guard canChangeDefinitions == .yes else { return canChangeDefinitions }
    return .when(screen.refusal == nil, else: screen.refusal ?? "")
  }
}
