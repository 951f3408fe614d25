import RapportCore

/// The state of the Desk: the open contacts, and the card in front.
struct Desk: Sendable {
  /// By their numbers.
  private(set) var tabs: [Tab] = []
  private(set) var frontID: Contact.ID?
  /// The one that was in front before.
  private(set) var previousID: Contact.ID?
  /// Of the newest choice of who is in front; a card that was asked for before it is dropped.
  var generation = 0
  /// Since when the front one is before the agent's eyes; nil while another view is.
  private(set) var frontSince: Instant?
  /// Shared by all states of the Desk.
  let broken = BrokenText()

  var front: Tab? { frontID.flatMap { self[$0] } }
  var started: [Tab] { tabs.filter(\.isStarted) }
  var previous: Tab? { previousID.flatMap { self[$0] } }

  subscript(id: Contact.ID) -> Tab? { tabs.first { $0.id == id } }

  /// The one behind that waits longest.
  var longestWaiting: Contact.ID? {
    tabs.filter { $0.isStarted && $0.id != frontID && $0.leftAt != nil }
      .min { ($0.leftAt ?? $0.contact.openedAt) < ($1.leftAt ?? $1.contact.openedAt) }?.id
  }

  mutating func edit(_ id: Contact.ID, _ body: (inout Tab) -> Void) {
    guard let index = tabs.firstIndex(where: { $0.id == id }) else { return }
    body(&tabs[index])
  }

  mutating func editFront(_ body: (inout Tab) -> Void) {
    if let frontID { edit(frontID, body) }
  }

  /// Gives the tab its number, which it keeps while it is open: the one that it had before, else the
  /// lowest that no contact has.
  ///
  /// A card that is no contact yet makes room for one that is.
  mutating func add(_ tab: Tab) {
    var tab = tab
    let taken = Set(started.compactMap(\.contact.number))
    if tab.contact.number.map(taken.contains) ?? true {
      tab.contact.number = Self.lowest(without: taken)
    }
    tabs.append(tab)
    if tab.isStarted, let number = tab.contact.number {
      let all = taken.union([number])
      for index in tabs.indices where !tabs[index].isStarted {
        if tabs[index].contact.number == number {
          tabs[index].contact.number = Self.lowest(without: all)
        }
      }
    }
    tabs.sort { ($0.contact.number ?? .max, $0.id) < ($1.contact.number ?? .max, $1.id) }
  }

  private static func lowest(without taken: Set<Int>) -> Int {
    (1...taken.count + 1).first { !taken.contains($0) } ?? 1
  }

  /// Puts a tab in front and before the eyes; a card that never became a contact makes room.
  mutating func show(_ id: Contact.ID, now: Instant) {
    leave(now: now)
    if frontID != id {
      if let front, !front.isStarted {
        remove(front.id)
      } else if let frontID {
        previousID = frontID
      }
    }
    frontID = id
    frontSince = now
    edit(id) { $0.leftAt = nil }
  }

  /// Counts the front contact's time; it waits from now on.
  mutating func leave(now: Instant) {
    settle(now: now)
    frontSince = nil
    editFront { tab in
      if tab.isStarted, tab.leftAt == nil { tab.leftAt = now }
    }
  }

  /// What passed since the last `settle` was not before the eyes.
  mutating func resume(now: Instant) { if frontSince != nil { frontSince = now } }

  /// Adds the whole seconds before the eyes to the handle time.
  mutating func settle(now: Instant) {
    guard let since = frontSince, let front else { return }
    let seconds = max(0, now.seconds(since: since))
    if front.isStarted { editFront { $0.contact.handleSeconds += Int(seconds) } }
    frontSince = front.isStarted ? since.adding(seconds: seconds) : now
  }

  /// The front card has become a contact.
  mutating func start(now: Instant) {
    guard let front, !front.isStarted else { return }
    editFront { tab in
      tab.isStarted = true
      tab.contact.openedAt = now
    }
    frontSince = now
  }

  mutating func remove(_ id: Contact.ID) {
    tabs.removeAll { $0.id == id }
    if previousID == id { previousID = nil }
    if frontID == id {
      frontID = nil
      frontSince = nil
    }
  }

  /// A record that changed, in every tab that shows it.
  mutating func take(_ customer: Customer, knowledge: Knowledge, agent: Agent, now: Instant) {
    for index in tabs.indices {
      if tabs[index].contact.customer == customer.id { tabs[index].customer = customer }
      if tabs[index].account?.id == customer.id { tabs[index].account = customer }
      tabs[index].guide(knowledge, agent: agent, now: now)
    }
  }

  mutating func guideAll(_ knowledge: Knowledge, agent: Agent, now: Instant) {
    for index in tabs.indices { tabs[index].follow(knowledge, agent: agent, now: now) }
  }
}
