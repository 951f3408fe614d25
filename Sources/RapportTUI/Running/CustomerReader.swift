import RapportCore

/// Reads a customer with all that is known of them.
struct CustomerReader: Sendable {
  let ports: Ports
  let knowledge: Knowledge
  let now: Instant

  var zone: Zone { TimeZones.zone(knowledge.settings.timeZone) ?? TimeZones.utc }

  /// Nil where there is no such customer (any more).
  ///
  /// Without scores, what compares them with other buyers is not known.
  func open(
    _ id: Customer.ID,
    contacts limit: Int,
    withScores: Bool
  ) async throws -> OpenedCustomer? {
    guard let customer = try await ports.directory.customer(id) else { return nil }
    var opened = OpenedCustomer(
      customer: customer,
      account: await account(of: customer),
      history: try await ports.journal.interactions(of: id, limit: limit)
    )
    opened.background = try await history(of: id, withScores: withScores)
    return opened
  }

  /// What a row of Find says besides the record; a journal that cannot be read says nothing.
  func summary(of customer: Customer) async -> HitSummary {
    let account = await account(of: customer)
    let known = KnownCustomer(
      customer,
      account: account,
      history: try? await history(of: customer.id, withScores: knowledge.readsScores)
    )
    return HitSummary(
      memberships: knowledge.evaluate(known, now),
      lastContact: try? await ports.journal.interactions(of: customer.id, limit: 1).first,
      account: account
    )
  }

  private func history(
    of customer: Customer.ID,
    withScores: Bool
  ) async throws -> CustomerHistory {
    try await ports.journal.history(of: customer, at: now, zone: zone, withScores: withScores)
  }

  private func account(of customer: Customer) async -> Customer? {
    guard let id = customer.account else { return nil }
    return try? await ports.directory.customer(id)
  }
}
