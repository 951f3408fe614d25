import RapportCore
import Synchronization

/// What the journals keep of customers, as far as attributes are derived from it at one moment.
final class CustomerHistories: Sendable {
  let events: JournalEvents
  let moment: Instant
  let zone: Zone
  private let purchases = Mutex<PurchaseTable?>(nil)

  init(_ events: JournalEvents, at moment: Instant, zone: Zone) {
    (self.events, self.moment, self.zone) = (events, moment, zone)
  }

  /// Of one customer, for what is derived from some sources; the others are not read.
  func history(
    of customer: Customer.ID,
    from sources: Set<Derivation.Source>
  ) throws(FileError) -> CustomerHistory {
    let customer = SnapshotHash.hash(customer.rawValue, seed: events.seed)
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
    return history
  }

  private func scores(of customer: UInt64) throws(FileError) -> PurchaseScores? {
    if let known = purchases.withLock({ $0 }) { return known.scores(of: customer) }
    let table = PurchaseTable(try events.orders(), until: moment, zone: zone)
    purchases.withLock { $0 = table }
    return table.scores(of: customer)
  }
}
