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
    // Whoever goes on typing says more.
    let offered = screen.offeredReason.nonBlank.map { "\($0) " } ?? ""
    let text = screen.reason.isEmpty ? offered : screen.reason
    layers.append(.input(InputLine(question, for: .refiningReason, text: text)))
  }

  mutating func saveRefining(because reason: String, now: Instant) -> [Effect] {
    guard let screen = refining else { return [] }
    // It may be another one since the reason was asked for: nothing is written that nobody saw.
    if let refusal = screen.refusal {
      say(.warning, "Not saved: \(refusal)", at: now)
      return takeRefiningReason(reason, now: now)
    }
    let id = DefinitionChange.ID(ULID(at: now, using: &random).description)
    guard var change = screen.change(id, at: now, by: agent.id, reason: reason) else { return [] }
    change.breaking = PinBreaking(screen.answer.pins)
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
    let screen = refining
    layers.removeAll()
    if change.edits.isEmpty {
      say(.info, "Nothing to save: it is like that already", at: now)
    } else if let undone = workbench.own.first(where: { $0.id == screen?.undoes }) {
      workbench.own.removeAll { $0.id == undone.id }
      say(.ok, "Taken back: \(names), “\(undone.reason)”", at: now)
    } else {
      workbench.own.append(change)
      say(.ok, "Saved: \(names)", at: now)
    }
    return dropRefining(screen?.work) + [.reload]
  }

  mutating func takeNotRefined() { editRefining { $0.saving = nil } }

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
    return isCounted
  }

  var canKeepOld: Availability {
    guard case .split? = refining?.subject else { return .no("only a split keeps the old one") }
    return isCounted
  }

  var canNamePart: Availability {
    guard case .split? = refining?.subject else { return .no("there is nothing to choose") }
    return isCounted
  }

  /// Letters are not choices for whoever begins to type a reason before it is asked for.
  private var isCounted: Availability {
    .when(refining?.isRunning == false, else: "the effect is still being counted")
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
    case .places: .yes
    case .split: isCounted
    default: .no("only a split has a place")
    }
  }

  var canSaveRefining: Availability {
    guard let screen = refining else { return .no("there is nothing to save") }
    guard canChangeDefinitions == .yes else { return canChangeDefinitions }
    return .when(screen.refusal == nil, else: screen.refusal ?? "")
  }
}
