import RapportCore

/// How the buyers of a store compare, read again only where orders were added or the moment asks for
/// other ones.
///
/// An actor of its own, so that reading all orders holds up nobody who asks for one customer's
/// contacts.
actor OrderShelf {
  private let location: StoreLocation
  private var events: JournalEvents
  private var table: PurchaseTable?

  init(_ location: StoreLocation) {
    self.location = location
    events = JournalEvents(location, seed: SnapshotHash.anySeed)
  }

  /// The scores of a customer among all buyers by `moment`; nil for whoever never bought anything.
  ///
  /// About a second for a million orders; a moment when the file is as it was.
  func scores(
    of customer: Customer.ID,
    until moment: Instant,
    zone: Zone
  ) throws(FileError) -> PurchaseScores? {
    try table(until: moment, zone: zone)
      .scores(of: SnapshotHash.hash(customer.rawValue, seed: events.seed))
  }

  private func table(until moment: Instant, zone: Zone) throws(FileError) -> PurchaseTable {
    if try !events.isCurrent() {
      events = JournalEvents(location, seed: events.seed)
      table = nil
    }
    if let table, table.isFor(moment, zone) { return table }
    let made = PurchaseTable(try events.orders(), until: moment, zone: zone)
    table = made
    return made
  }
}
