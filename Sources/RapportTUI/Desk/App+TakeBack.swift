import RapportCore

/// Taking an outcome back: the journal gets a line that says so, and the contact is open again.
extension App {
  /// The contact that undo opens again: the one whose line the cursor is on, where it is the agent's
  /// newest with this customer and ended within the hour, else the one that ended right before.
  ///
  /// A line is meant only where nothing was changed in the contact in front.
  var contactToReopen: Contact? {
    if view == .desk, let front = desk.front, front.undo.isEmpty,
      case .past(let index) = front.focus(layout)
    {
      return ownNewest(at: index).flatMap { Contact(reopening: $0) }
    }
    return ended.flatMap { $0.isLatest ? $0.tab.contact : nil }
  }

  private func ownNewest(at index: Int) -> Interaction? {
    guard let history = desk.front?.history, history.indices.contains(index),
      history.firstIndex(where: { $0.agent == agent.id }) == index,
      let now = desk.front?.guidedAt, now.seconds(since: history[index].at) < Self.reopenable
    else { return nil }
    return history[index]
  }

  /// Seconds after which a finished contact stays what it is: its segments and versions are of that time.
  private static let reopenable: Int64 = 3_600

  /// Undo does it on the Desk; elsewhere the contact that ended last is meant, whatever came since.
  var canReopen: Availability {
    .when(ended != nil, else: "no contact ended since this window was opened")
  }

  mutating func takeBack(_ contact: Contact, now: Instant) -> [Effect] {
    guard desk[contact.id] == nil else {
      say(.info, "That contact is open already", at: now)
      return []
    }
    return [.takeBack(contact, at: now)]
  }

  /// The journal has the line, and the draft is there again.
  mutating func takeReopened(_ contact: Contact, now: Instant) -> [Effect] {
    guard let customer = contact.customer else { return reopen(contact, from: nil, now: now) }
    return [.open(customer, as: .reopened(contact), at: now)]
  }

  mutating func reopen(_ contact: Contact, from opened: OpenedCustomer?, now: Instant) -> [Effect] {
    restore(contact, from: opened, now: now)
    if let tab = ended?.tab, tab.id == contact.id {
      ended = nil
      desk.edit(contact.id) { open in
        open.undo = tab.undo
        open.cursor = tab.cursor
        open.said = tab.said
      }
    }
    let name = desk[contact.id]?.shortTitle ?? ""
    say(.ok, "Took back the outcome: the contact with \(name) is open again", at: now)
    return bringToFront(contact.id, now: now)
  }
}
