package import RapportCore

extension JSONJournal {
  /// How many of an agent's own customers, and of all customers, are remembered as the last ones.
  private static let ownCustomers = 20
  private static let customers = 500

  /// What is due for an agent on a day, and whom they and others served last.
  ///
  /// Cost: the first call reads the journal; later ones decode at most the last 2,000 lines.
  ///
  /// - Parameters:
  ///   - agent: whose follow-ups and own customers.
  ///   - day: what is due later is left out.
  ///   - zone: the store's, in which moments become days.
  /// - Returns: the agenda.
  /// - Throws: `FileError` where the journal cannot be read.
  package func agenda(of agent: Agent.ID, on day: CalendarDate, zone: Zone) throws -> Agenda {
    try interactions.catchUp()
    var agenda = Agenda()
    agenda.followUps = try interactions.promises(by: agent.rawValue)
      .compactMap { Interaction(record: $0).flatMap { FollowUp(of: $0, in: zone) } }
      .filter { $0.due <= day }
      .sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    var known = Familiarity.none
    try interactions.forEachLatest { record in
      guard let contact = Interaction(record: record), let customer = contact.customer else {
        return true
      }
      let isOwn = contact.agent == agent
      if isOwn, known.own.count < Self.ownCustomers, !known.own.contains(customer) {
        known.own.append(customer)
      }
      if known.lastContacts.count < Self.customers || isOwn {
        let second = Int(contact.at.milliseconds / 1000)
        known.lastContacts[customer] = max(second, known.lastContacts[customer] ?? .min)
      }
      return known.own.count < Self.ownCustomers || known.lastContacts.count < Self.customers
    }
    agenda.familiarity = known
    return agenda
  }
}
