import RapportCore

/// Opening customers and going between them.
extension App {
  mutating func showDesk(now: Instant) -> [Effect] {
    layers = []
    guard let id = desk.frontID ?? desk.previousID ?? desk.tabs.last?.id else { return [] }
    return bringToFront(id, now: now)
  }

  /// Asks for a customer's card; it comes unless somebody else is chosen before it is there.
  mutating func openCard(
    of customer: Customer.ID,
    found: Hit.Quality?,
    now: Instant
  ) -> [Effect] {
    desk.generation += 1
    let generation = desk.generation
    let opening =
      find.moving.map { Opening.move($0, found: found, generation: generation) }
      ?? .card(found: found, generation: generation)
    return [.open(customer, as: opening, at: now)]
  }

  mutating func bringToFront(_ id: Contact.ID, now: Instant) -> [Effect] {
    layers = []
    find.moving = nil
    guard desk[id] != nil else { return [] }
    desk.generation += 1
    let left = view == .desk ? desk.front : nil
    view = .desk
    desk.show(id, now: now)
    desk.editFront { tab in
      // Who comes to it in another way does not come from that list.
      tab.listedIn = nil
      tab.guide(knowledge, agent: agent, now: now)
    }
    if let customer = desk.front?.customer { find.remember(customer) }
    guard let left, left.isStarted, left.id != id, let tab = desk[left.id] else { return [] }
    return [.saveDraft(tab.contact)]
  }

  /// The Desk goes out of sight; its time is counted and kept.
  mutating func leaveDesk(now: Instant) -> [Effect] {
    guard view == .desk else { return [] }
    desk.leave(now: now)
    guard let front = desk.front, front.isStarted, !front.isEnding else { return [] }
    return [.saveDraft(front.contact)]
  }

  mutating func saveAll(now: Instant) -> [Effect] {
    desk.settle(now: now)
    return desk.started.filter { !$0.isEnding }.map { .saveDraft($0.contact) }
  }

  mutating func openNobody(now: Instant) -> [Effect] { openTab(nil, found: nil, now: now) }

  /// Puts somebody on the Desk and in front.
  ///
  /// While a contact is being moved, it is they who get it.
  mutating func openTab(_ opened: OpenedCustomer?, found: Hit.Quality?, now: Instant) -> [Effect] {
    if let contact = find.moving, desk[contact] != nil {
      return move(contact, to: opened, found: found, now: now)
    }
    let tab = makeTab(opened, found: found, now: now)
    desk.add(tab)
    return bringToFront(tab.id, now: now)
  }

  mutating func take(_ opened: OpenedCustomer, as opening: Opening, now: Instant) -> [Effect] {
    switch opening {
    case .card(let found, let generation):
      guard generation == desk.generation else { return [] }
      find.remember(opened.customer)
      let list = [.workbench, .measure].contains(view) ? view : nil
      let effects: [Effect]
      if let tab = desk.tabs.first(where: { $0.contact.customer == opened.customer.id }) {
        refresh(opened, now: now)
        effects = bringToFront(tab.id, now: now)
      } else {
        effects = openTab(opened, found: found, now: now)
      }
      desk.editFront { $0.listedIn = list }
      return effects
    case .draft(let contact): restore(contact, from: opened, now: now)
    case .reopened(let contact): return reopen(contact, from: opened, now: now)
    case .move(let contact, let found, let generation):
      guard generation == desk.generation else { return [] }
      return move(contact, to: opened, found: found, now: now)
    case .refresh: refresh(opened, now: now)
    case .history:
      for tab in desk.tabs where tab.contact.customer == opened.customer.id {
        desk.edit(tab.id) { tab in
          tab.background = opened.background
          tab.guide(knowledge, agent: agent, now: now)
        }
      }
    }
    return []
  }

  private mutating func refresh(_ opened: OpenedCustomer, now: Instant) {
    for tab in desk.tabs where tab.contact.customer == opened.customer.id {
      desk.edit(tab.id) {
        $0.account = opened.account
        $0.history = opened.history
        $0.background = opened.background
      }
    }
    desk.take(opened.customer, knowledge: knowledge, agent: agent, now: now)
  }

  mutating func take(_ contacts: [Contact], problems: [Problem], now: Instant) -> [Effect] {
    if let problem = problems.first {
      let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
      say(.error, "A draft cannot be read: \(problem)\(more)", at: now)
    }
    var effects: [Effect] = []
    // Their cards come in any order; those without a number get theirs in the order of the contacts.
    let others = contacts.filter { desk[$0.id] == nil }
    var taken = Set((desk.started.map(\.contact) + others).compactMap(\.number))
    for contact in others.sorted(by: { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }) {
      var contact = contact
      if contact.number == nil {
        let number = (1...taken.count + 1).first { !taken.contains($0) }
        contact.number = number
        taken.formUnion(number.map { [$0] } ?? [])
      }
      if let customer = contact.customer {
        effects.append(.open(customer, as: .draft(contact), at: now))
      } else {
        restore(contact, from: nil, now: now)
      }
    }
    if !contacts.isEmpty, problems.isEmpty {
      say(.info, "\(TimeWords.plural(contacts.count, "contact")) without outcome: F3", at: now)
    }
    return effects
  }

  /// Callers whose record was begun before; they wait on Find.
  mutating func take(_ restored: [NewCaller], now: Instant) {
    callers += restored.filter { caller in !callers.contains { $0.id == caller.id } }
    guard !restored.isEmpty else { return }
    let count = TimeWords.plural(restored.count, "new caller")
    say(.info, "\(count) not saved yet: F2", at: now)
  }

  mutating func restore(_ contact: Contact, from opened: OpenedCustomer?, now: Instant) {
    guard desk[contact.id] == nil else { return }
    var tab = Tab(
      contact: contact,
      opened: opened,
      knowledge: knowledge,
      agent: agent,
      now: now
    )
    tab.isStarted = true
    tab.leftAt = contact.leftAt ?? now
    desk.add(tab)
    if let customer = opened?.customer, find.recents.isEmpty { find.remember(customer) }
  }

  private mutating func makeTab(_ opened: OpenedCustomer?, found: Hit.Quality?, now: Instant) -> Tab
  {
    var contact = Contact(
      id: Contact.ID(ULID(at: now, using: &random).description),
      agent: agent.id,
      customer: opened?.customer.id,
      openedAt: now,
      channel: knowledge.settings.channel
    )
    contact.foundBy = found
    return Tab(contact: contact, opened: opened, knowledge: knowledge, agent: agent, now: now)
  }

  /// The journal has the outcome, and the draft is gone.
  mutating func close(_ contact: Contact.ID, now: Instant) -> [Effect] {
    guard let tab = desk[contact] else { return [] }
    let wasFront = desk.frontID == contact
    desk.remove(contact)
    ended = EndedContact(tab: tab)
    var effects: [Effect] = []
    if wasFront, view == .desk {
      let next = desk.longestWaiting ?? desk.tabs.last?.id
      effects = next.map { bringToFront($0, now: now) } ?? showFind(now: now)
    }
    let key = view == .desk ? "u" : ActionTable[.reopen]?.keyNames ?? ""
    say(.ok, "\(tab.shortTitle): logged, contact closed; \(key) takes it back", at: now)
    return effects
  }
}
