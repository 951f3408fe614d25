package import RapportCore

/// Derives attributes of many customers at one moment.
package struct CustomerDeriving: Sendable {
  private let catalog: AttributeCatalog
  private let histories: CustomerHistories

  init(_ catalog: AttributeCatalog, _ histories: CustomerHistories) {
    (self.catalog, self.histories) = (catalog, histories)
  }

  /// For a store whose journals are read when they are asked for.
  package init(
    of location: StoreLocation,
    _ catalog: AttributeCatalog,
    at moment: Instant,
    zone: Zone
  ) {
    let events = JournalEvents(location, seed: SnapshotHash.anySeed)
    self.init(catalog, CustomerHistories(events, at: moment, zone: zone))
  }

  /// Whether the values are those of another moment too: it is the same day, nothing happened in
  /// between, and the journals are what they were.
  func isFor(_ other: Instant) throws(FileError) -> Bool {
    let (events, moment, zone) = (histories.events, histories.moment, histories.zone)
    guard zone.date(other) == zone.date(moment) else { return false }
    let (first, last) = (min(moment, other), max(moment, other))
    if let next = events.next(after: first), next <= last { return false }
    return try events.isCurrent()
  }

  /// Contacts with callers whom nobody knew.
  func anonymousContacts() throws(FileError) -> Int { try histories.events.contacts().unnamed }

  func columns(of rows: DerivedColumns.Rows) -> DerivedColumns {
    DerivedColumns(
      rows,
      catalog,
      histories.events,
      at: histories.moment,
      zone: histories.zone
    )
  }

  /// The facts of one customer with what is derived from some sources; the others are not read.
  package func completing(
    _ facts: CustomerFacts,
    from sources: Set<Derivation.Source>
  ) throws(FileError) -> CustomerFacts {
    guard !sources.isEmpty else { return facts }
    let derived = DerivedFacts(
      of: facts.customer,
      account: facts.account,
      history: try histories.history(of: facts.customer.id, from: sources),
      catalog: catalog,
      at: histories.moment,
      zone: histories.zone
    )
    return CustomerFacts(facts.customer, account: facts.account, derived: derived)
  }
}
