package import RapportCore
import Synchronization

/// Derives attributes of many customers at one moment.
package final class CustomerDeriving: Sendable {
  private let catalog: AttributeCatalog
  private let events: JournalEvents
  private let moment: Instant
  private let zone: Zone
  private let purchases = Mutex<PurchaseTable?>(nil)

  init(_ catalog: AttributeCatalog, _ events: JournalEvents, at moment: Instant, zone: Zone) {
    (self.catalog, self.events, self.moment, self.zone) = (catalog, events, moment, zone)
  }

  /// For a store whose journals are read when they are asked for.
  package convenience init(
    of location: StoreLocation,
    _ catalog: AttributeCatalog,
    at moment: Instant,
    zone: Zone
  ) {
    let events = JournalEvents(location, seed: SnapshotHash.anySeed)
    self.init(catalog, events, at: moment, zone: zone)
  }

  /// Whether the values are those of another moment too: it is the same day, nothing happened in
  /// between, and the journals are what they were.
  func isFor(_ other: Instant) throws(FileError) -> Bool {
    guard zone.date(other) == zone.date(moment) else { return false }
    let (first, last) = (min(moment, other), max(moment, other))
    if let next = events.next(after: first), next <= last { return false }
    return try events.isCurrent()
  }

  /// Contacts with callers whom nobody knew.
  func anonymousContacts() throws(FileError) -> Int { try events.contacts().unnamed }

  func columns(of rows: DerivedColumns.Rows) -> DerivedColumns {
    DerivedColumns(rows, catalog, events, at: moment, zone: zone)
  }

  /// The facts of one customer with what is derived from some sources; the others are not read.
  package func completing(
    _ facts: CustomerFacts,
    from sources: Set<Derivation.Source>
  ) throws(FileError) -> CustomerFacts {
    guard !sources.isEmpty else { return facts }
    let customer = SnapshotHash.hash(facts.customer.id.rawValue, seed: events.seed)
    var history = CustomerHistory()
    if sources.contains(.contacts) {
      history.contacts = try events.contacts().events(of: customer).map { ($0.at, $0.value) }
    }
    if sources.contains(.ratings) {
      history.ratings = try events.ratings().events(of: customer).map {
        CustomerRating(at: $0.at, score: $0.value)
      }
    }
    if sources.contains(.orders) { history.scores = try scores(of: customer) }
    let derived = DerivedFacts(
      of: facts.customer,
      account: facts.account,
      history: history,
      catalog: catalog,
      at: moment,
      zone: zone
    )
    return CustomerFacts(facts.customer, account: facts.account, derived: derived)
  }

  private func scores(of customer: UInt64) throws(FileError) -> PurchaseScores? {
    if let known = purchases.withLock({ $0 }) { return known.scores(of: customer) }
    let table = PurchaseTable(try events.orders(), until: moment, zone: zone)
    purchases.withLock { $0 = table }
    return table.scores(of: customer)
  }
}
