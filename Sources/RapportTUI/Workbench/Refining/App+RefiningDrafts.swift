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
    guard screen.isBegun, let work = screen.work else { return removeRefiningLayer() }
    let keeping = Picker.Item(
      title: "Keep it as a draft",
      detail: "\(work.key) goes on with it",
      choice: .keepRefining
    )
    // Nothing could open it again.
    let isLost = loss(of: work) != nil
    layers.append(
      .picker(
        Picker(
          .leavingForm,
          "\(screen.title): not saved",
          isNumbered: true,
          items: (isLost ? [] : [keeping]) + [
            Picker.Item(title: "Throw it away", choice: .discardRefining),
            Picker.Item(title: "Go on", choice: .stay),
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

  // MARK: what cannot be made any more

  /// Throws away what no key could open again: a segment of it is gone, or retired meanwhile.
  mutating func dropLostRefinings(now: Instant) -> [Effect] {
    throwAway(
      closedRefinings.compactMap { draft in
        loss(of: draft.work).map { LostRefining(draft: draft, why: $0) }
      },
      now: now
    )
  }

  /// Throws away ways back to versions that a history does not have.
  mutating func dropLostRefinings(in history: SegmentHistory, now: Instant) -> [Effect] {
    let versions = Set(history.versions.map(\.id))
    let lost = closedRefinings.compactMap { draft -> LostRefining? in
      guard case .revert(history.reference, let version) = draft.work,
        !versions.contains(version)
      else { return nil }
      return LostRefining(draft: draft, why: "that version is not in its history")
    }
    return throwAway(lost, now: now)
  }

  mutating func throwAway(_ lost: [LostRefining], now: Instant) -> [Effect] {
    guard !lost.isEmpty else { return [] }
    let said = lost.map { "\(words(of: $0.draft)), \($0.why)" }.joined(separator: "; ")
    say(.warning, "Thrown away: \(said)", at: now)
    let ids = lost.map(\.draft.id)
    refinings.removeAll { ids.contains($0.id) }
    return ids.map { Effect.dropRefining($0) }
  }

  /// Whoever has one open reads there why it cannot be saved, and throws it away themselves.
  private var closedRefinings: [RefiningDraft] {
    guard let open = refining?.work else { return refinings }
    return refinings.filter { !$0.work.isSame(as: open) }
  }

  /// Why no key opens it again; nil where one does, or will once a file is mended.
  private func loss(of work: RefiningDraft.Work) -> String? {
    switch work {
    case .merge(let first, let second, _, _): loss(of: first) ?? loss(of: second)
    case .split(let segment, let path, _, _, _):
      loss(of: segment) ?? loss(ofRuleOf: segment) ?? loss(ofAttribute: path)
    case .retire(let id, let status): loss(of: id, to: status)
    case .revert(let reference, _):
      isGone(reference) ? "there is no \(reference) any more" : nil
    // What it is about may be taken out, and can be made again; its history says whether.
    case .takeBack: nil
    }
  }

  private func loss(of id: Segment.ID) -> String? {
    guard let segment = knowledge.definitions.segments.first(where: { $0.id == id }) else {
      return isGone(DefinitionReference(.segment, id.rawValue))
        ? "there is no segment \(id) any more" : nil
    }
    return segment.status == .retired ? "\(segment.name) is retired" : nil
  }

  /// A rule that cannot be read can be mended.
  private func loss(ofRuleOf id: Segment.ID) -> String? {
    guard let segment = knowledge.definitions.segments.first(where: { $0.id == id }),
      segment.rule == nil, segment.broken == nil
    else { return nil }
    return "\(segment.name) has no rule that could be divided"
  }

  /// What is retired can only be brought back, and all else only be retired.
  private func loss(of id: Segment.ID, to status: Segment.Status) -> String? {
    guard let segment = knowledge.definitions.segments.first(where: { $0.id == id }) else {
      return loss(of: id)
    }
    guard (segment.status == .retired) != (status == .active) else { return nil }
    return "\(segment.name) is \(segment.status.rawValue) already"
  }

  /// What is personal is not in the list of attributes to divide by.
  private func loss(ofAttribute path: String) -> String? {
    if let attribute = knowledge.definitions.catalog[path] {
      return attribute.personal ? "\(knowledge.label(ofPath: path)) is personal" : nil
    }
    return isGone(DefinitionReference(.attribute, path))
      ? "there is no attribute \(path) any more" : nil
  }

  /// A file that somebody is still writing, or that has to be mended, is not gone.
  private func isGone(_ reference: DefinitionReference) -> Bool {
    let documents = knowledge.definitions.documents
    return documents[reference] == nil && !documents.isUnreadable(reference.file)
  }

  // MARK: what waits

  /// The first way back that was begun and not saved.
  var waitingWayBack: WaitingWayBack? {
    for draft in refinings {
      guard case .takeBack(let reference, let change) = draft.work else { continue }
      return WaitingWayBack(draft: draft, reference: reference, change: change)
    }
    return nil
  }

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

/// A draft that cannot be gone on with, and why.
struct LostRefining: Sendable {
  var draft: RefiningDraft
  var why: String
}

/// A change of a definition that somebody began to take back.
struct WaitingWayBack: Sendable {
  var draft: RefiningDraft
  var reference: DefinitionReference
  var change: DefinitionChange.ID
}

extension RefiningDraft.Work {
  /// What opens it again, and where that is not on the segment alone that it names.
  var key: String {
    switch self {
    // From the second one another merge would be begun, the other way round.
    case .merge: "M on the first"
    case .split: "S"
    case .retire: "R"
    case .revert: "b on that version"
    case .takeBack: "u"
    }
  }
}
