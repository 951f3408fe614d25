import RapportCore

/// Changing the contact in front.
extension App {
  /// Changes the contact in front, so that `u` can take it back, and saves its draft.
  ///
  /// The first change makes a card a contact; `starts` false leaves it a card.
  mutating func change(
    _ title: String,
    starts: Bool = true,
    now: Instant,
    _ body: (inout Contact) -> Void
  ) -> [Effect] {
    guard let before = desk.front, !before.isEnding else { return [] }
    if starts { desk.start(now: now) }
    desk.settle(now: now)
    desk.editFront { tab in
      tab.undo.append(
        Tab.Undo(title: title, change: .contact(before.contact, wasStarted: before.isStarted))
      )
      body(&tab.contact)
      tab.guide(knowledge, agent: agent, now: now)
    }
    guard let front = desk.front, front.isStarted else { return [] }
    return [.saveDraft(front.contact)]
  }

  mutating func undo(now: Instant) -> [Effect] {
    guard let last = desk.front?.undo.last else { return [] }
    desk.settle(now: now)
    desk.editFront { $0.undo.removeLast() }
    switch last.change {
    case .contact(var contact, let wasStarted):
      guard let front = desk.front else { return [] }
      let hasDraft = front.isStarted
      contact.keepTimes(of: front.contact)
      desk.editFront { tab in
        tab.contact = contact
        tab.isStarted = wasStarted
        tab.guide(knowledge, agent: agent, now: now)
      }
      say(.info, "Took back: \(last.title)", at: now)
      guard hasDraft else { return [] }
      return [wasStarted ? .saveDraft(contact) : .removeDraft(contact.id)]
    case .move(let before, let opened):
      desk.editFront { tab in
        var contact = before
        contact.keepTimes(of: tab.contact)
        tab.contact = contact
        tab.take(opened)
        tab.guide(knowledge, agent: agent, now: now)
      }
      say(.info, "Took back: \(last.title)", at: now)
      guard let front = desk.front else { return [] }
      // Their record may have changed meanwhile.
      let fresh = front.contact.customer.map { [Effect.open($0, as: .refresh, at: now)] } ?? []
      return [.saveDraft(front.contact)] + fresh
    case .feedback(let line): return [.takeBackFeedback(line)]
    case .patch(let patch):
      say(.info, "Took back: \(last.title)", at: now)
      return patchAtOnce(patch, now: now)
    }
  }

  /// Shows a change of the record at once, and asks for it to be kept.
  mutating func patchAtOnce(_ patch: CustomerPatch, now: Instant) -> [Effect] {
    guard var customer = desk.front?.customer, customer.id == patch.customer else { return [] }
    for change in patch.changes {
      RecordPath(change.path).set(change.value, in: &customer.record)
    }
    desk.take(customer, knowledge: knowledge, agent: agent, now: now)
    return [.apply(patch)]
  }

  /// Changes the customer's record, so that `u` can take it back.
  mutating func keep(_ patch: CustomerPatch, title: String, now: Instant) -> [Effect] {
    var back = patch
    back.changes = patch.changes.map {
      CustomerPatch.Change(path: $0.path, expected: $0.value, value: $0.expected)
    }
    desk.editFront { $0.undo.append(Tab.Undo(title: title, change: .patch(back))) }
    return patchAtOnce(patch, now: now)
  }
}

extension Contact {
  /// Time goes on, whatever is taken back, and what was said was said.
  fileprivate mutating func keepTimes(of contact: Contact) {
    number = contact.number
    said = contact.said
    handleSeconds = contact.handleSeconds
    openedAt = contact.openedAt
    leftAt = contact.leftAt
  }
}
