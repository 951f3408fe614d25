import RapportCore

/// How all customers buy compared with each other, at one moment.
struct PurchaseTable: Sendable {
  private let purchases: [UInt64: Purchases]
  private let scale: PurchaseScale
  private let zone: Zone
  /// The moments at which the same orders have been made.
  private let moments: Range<Instant>

  /// Of the orders up to a moment; days are those of the store's zone.
  init(_ orders: EventList<JournalEvents.Order>, until moment: Instant, zone: Zone) {
    var purchases: [UInt64: Purchases] = [:]
    orders.forEachCustomer { customer, events in
      let done = events.prefix { $0.at <= moment }
      guard let last = done.last else { return }
      purchases[customer] = Purchases(
        last: zone.date(last.at),
        count: done.count,
        spend: done.reduce(0) { $0 + $1.value.amount }
      )
    }
    self.purchases = purchases
    self.zone = zone
    let next = orders.next(after: moment) ?? Instant(milliseconds: .max)
    moments = moment..<max(moment, next)
    scale = PurchaseScale(Array(purchases.values))
  }

  func isFor(_ moment: Instant, _ zone: Zone) -> Bool {
    moments.contains(moment) && zone == self.zone
  }

  func purchases(of customer: UInt64) -> Purchases? { purchases[customer] }

  /// Nil for whoever never bought anything.
  func scores(of customer: UInt64) -> PurchaseScores? {
    purchases[customer].map(scale.scores)
  }

  /// The hashes of all who bought something, in no order.
  var customers: some Collection<UInt64> { purchases.keys }
}
