import RapportCore

/// What of a screen is kept until it is saved.
extension RefiningScreen {
  /// Nil where nothing is to be written yet.
  var work: RefiningDraft.Work? {
    switch subject {
    case .merge(let merge):
      .merge(merge.first.id, merge.second.id, joining: merge.joining, choices: merge.choices)
    case .split(let split, let attribute):
      .split(
        split.segment.id,
        by: attribute.path,
        at: split.cut.value,
        keepsOld: split.keepsOld,
        names: names
      )
    case .retire(let retirement): .retire(retirement.segment.id, to: retirement.status)
    case .revert(_, let pair, let version): .revert(pair.reference, version: version.id)
    case .back(let change, let pair): .takeBack(pair.reference, change: change.id)
    case .places, .difference: nil
    }
  }

  /// Whether something would be lost.
  var isBegun: Bool {
    switch subject {
    case .merge(let merge): !merge.choices.isEmpty || merge.joining != .any || !reason.isEmpty
    case .split: true
    case .retire: !reason.isEmpty
    case .revert, .back: !reason.isEmpty && reason.trimmed != offeredReason
    case .places, .difference: false
    }
  }

  /// Gives the parts of a split the names that were typed.
  mutating func takeNames() {
    guard case .split(var split, let attribute) = subject else { return }
    split.rename(names: split.parts.enumerated().map { names[$0] ?? $1.name })
    subject = .split(split, attribute)
  }

  /// Takes what was chosen and typed before; the place of a split is chosen by then.
  mutating func restore(_ draft: RefiningDraft) {
    reason = draft.reason
    if case .split(_, _, _, _, let names) = draft.work {
      self.names = names
      takeNames()
    }
    if case .merge(var merge) = subject, case .merge(_, _, let joining, let choices) = draft.work {
      merge.joining = joining
      merge.choices = choices
      subject = .merge(merge)
    }
  }
}
