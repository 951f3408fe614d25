import RapportCore

/// Keeping what was chosen and typed of a merge, a split, a retirement or a way back until it is saved.
extension App {
  /// Every key that changes it keeps it.
  mutating func keepRefining(now: Instant) -> [Effect] {
    guard let screen = refining, let work = screen.work else { return [] }
    guard screen.isBegun else { return dropRefining(work) }
    guard let index = refinings.firstIndex(where: { $0.work.isSame(as: work) }) else {
      let draft = RefiningDraft(
        id: .init(ULID(at: now, using: &random).description),
        agent: agent.id,
        openedAt: now,
        work: work,
        reason: screen.reason
      )
      refinings.append(draft)
      return [.keepRefining(draft)]
    }
    let before = refinings[index]
    (refinings[index].work, refinings[index].reason) = (work, screen.reason)
    return refinings[index] == before ? [] : [.keepRefining(refinings[index])]
  }

  mutating func dropRefining(_ work: RefiningDraft.Work?) -> [Effect] {
    guard let work, let index = refinings.firstIndex(where: { $0.work.isSame(as: work) }) else {
      return []
    }
    return [.dropRefining(refinings.remove(at: index).id)]
  }

  mutating func takeRefiningReason(_ text: String, now: Instant) -> [Effect] {
    editRefining { $0.reason = text }
    return keepRefining(now: now)
  }

  mutating func removeRefiningLayer() {
    layers.removeAll { layer in
      if case .refining = layer { return true }
      return false
    }
  }

  // MARK: leaving

  /// Asks only where something would be lost.
  mutating func leaveRefining(_ screen: RefiningScreen, now: Instant) {
    if screen.saving != nil { return say(.info, "It is being saved", at: now) }
    guard screen.isBegun else { return removeRefiningLayer() }
    layers.append(
      .picker(
        Picker(
          .leavingForm,
          "\(screen.title): not saved",
          isNumbered: true,
          items: [
            .init(
              title: "Keep it as a draft",
              detail: screen.work.map { "\($0.key) goes on with it" } ?? "",
              choice: .keepRefining
            ),
            .init(title: "Throw it away", choice: .discardRefining),
            .init(title: "Go on", choice: .stay),
          ]
        )
      )
    )
  }

  mutating func leaveKept(now: Instant) {
    let key = refining?.work?.key ?? ""
    removeRefiningLayer()
    say(.info, "Kept as a draft: \(key) goes on with it", at: now)
  }

  mutating func discardRefining(now: Instant) -> [Effect] {
    let effects = dropRefining(refining?.work)
    removeRefiningLayer()
    say(.info, "What you chose and typed is thrown away", at: now)
    return effects
  }

  // MARK: what waits

  /// `segment Loyal advocates` and the key that goes on with it, for those that are not saved.
  func words(of draft: RefiningDraft) -> String {
    switch draft.work {
    case .merge(let first, let second, _, _):
      "merge of \(knowledge.segmentName(first)) and \(knowledge.segmentName(second))"
    case .split(let segment, _, _, _, _): "split of \(knowledge.segmentName(segment))"
    case .retire(let segment, .active): "bringing back \(knowledge.segmentName(segment))"
    case .retire(let segment, _): "retiring \(knowledge.segmentName(segment))"
    case .revert(let reference, _), .takeBack(let reference, _):
      "way back of \(title(of: reference, knowledge.definitions.documents[reference]))"
    }
  }
}

extension RefiningDraft.Work {
  /// What opens it again.
  var key: String {
    switch self {
    case .merge: "M"
    case .split: "S"
    case .retire: "R"
    case .revert: "b on that version"
    case .takeBack: "u"
    }
  }
}
