import RapportCore

/// Moving a contact to another customer.
extension App {
  var canMove: Availability {
    guard let tab = desk.front else { return .no("nobody is open: find the caller first") }
    guard tab.isStarted else { return .no("no contact yet: / finds somebody else") }
    return .when(!tab.isEnding, else: "this contact is being logged")
  }

  var canMoveHere: Availability {
    guard find.moving != nil else { return .no("no contact is being moved") }
    return canOpen
  }

  /// Find, with those of the same family name first: who is chosen there gets the contact in front.
  mutating func startMove(now: Instant) -> [Effect] {
    guard let tab = desk.front else { return [] }
    layers = []
    // Whose contact it is stands where that would be said.
    toast = nil
    let effects = leaveDesk(now: now)
    view = .find
    find.moving = tab.id
    find.field.clear()
    let name = tab.customer?.name
    if let word = name?.family ?? name?.full?.split(separator: " ").last.map(String.init) {
      find.field.insert(word + " ")
    }
    return effects + search(now: now)
  }

  /// Gives an open contact to somebody else, or to nobody known, so that `u` can take it back.
  mutating func move(
    _ id: Contact.ID,
    to opened: OpenedCustomer?,
    found: Hit.Quality?,
    now: Instant
  ) -> [Effect] {
    find.moving = nil
    guard let tab = desk[id], !tab.isEnding else { return showFind(now: now) }
    let steps = tab.guidance.script?.steps.filter { $0.kind == .verify }.map(\.id) ?? []
    let wasVerified =
      !tab.contact.verified.isEmpty || steps.contains { tab.contact.ticks[$0] != nil }
    let who = opened.map { CustomerPresentation($0.customer).title } ?? "nobody known"
    desk.edit(id) { tab in
      let change = Tab.Undo.Change.move(tab.contact, from: tab.opened)
      tab.undo.append(Tab.Undo(title: "the move to \(who)", change: change))
      // Of other scripts nobody knows any more which steps verified.
      let shown = Set(tab.guidance.script?.steps.map(\.id) ?? [])
      let others = tab.contact.ticks.keys.filter { !shown.contains($0) }
      tab.contact.move(to: opened?.customer.id, verifying: steps + others)
      tab.contact.foundBy = found
      tab.take(opened)
    }
    let effects = bringToFront(id, now: now)
    say(.ok, "Moved to \(who)\(wasVerified ? "; not verified any more" : "")", at: now)
    return effects + (desk[id].map { [.saveDraft($0.contact)] } ?? [])
  }
}

extension Tab {
  /// Who it is with, as the directory and the journals told it.
  var opened: OpenedCustomer? {
    customer.map { customer in
      OpenedCustomer(
        customer: customer,
        account: account,
        history: history,
        background: background
      )
    }
  }

  /// Shows somebody else.
  mutating func take(_ opened: OpenedCustomer?) {
    customer = opened?.customer
    account = opened?.account
    history = opened?.history ?? []
    background = opened?.background
    cursor = nil
    pane = nil
    why = nil
  }
}
