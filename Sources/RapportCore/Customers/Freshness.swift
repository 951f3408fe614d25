import JSONLogic

/// How old the values of attributes are that have to be fresh, over some customers.
package struct Freshness: Sendable {
  package struct Share: Sendable, Identifiable {
    /// The attribute's path.
    package var path: String
    package var freshForDays: Int
    /// Of customers with a value whose day is known, those whose value is older.
    package var stale: Proportion

    package var id: String { path }
  }

  private let today: CalendarDate
  private let zone: Zone
  private var shares: [Share]

  package init(_ catalog: AttributeCatalog, today: CalendarDate, zone: Zone) {
    self.today = today
    self.zone = zone
    shares = catalog.attributes.values
      .compactMap { attribute in
        attribute.freshForDays.map {
          Share(path: attribute.path, freshForDays: $0, stale: Proportion())
        }
      }
      .sorted { $0.path < $1.path }
  }

  /// Adds one customer.
  package mutating func add(_ customer: Customer) {
    for place in shares.indices {
      guard customer.value(at: shares[place].path)?.isMissing == false,
        let day = observed(shares[place].path, of: customer)
      else { continue }
      shares[place].stale.count += 1
      if today.days(since: day) > shares[place].freshForDays {
        shares[place].stale.successes += 1
      }
    }
  }

  /// When a value was last known to be so: of its own, else of the import, else of the record.
  private func observed(_ path: String, of customer: Customer) -> CalendarDate? {
    let texts = [
      customer.record["observed"]?[path], customer.record["asOf"], customer.record["updated"],
    ]
    return texts.lazy.compactMap { $0?.stringValue }.compactMap { text in
      CalendarDate(parsing: text) ?? Instant(parsing: text).map { zone.date($0) }
    }.first
  }

  /// Those of which more is stale than may be, the worst first.
  package func stale(from share: Double) -> [Share] {
    shares.filter { $0.stale.share.map { $0 > share } ?? false }
      .sorted { ($1.stale.share ?? 0, $0.path) < ($0.stale.share ?? 0, $1.path) }
  }
}
