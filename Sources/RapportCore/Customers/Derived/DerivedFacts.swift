package import JSONLogic

/// Values that follow from the record, the journals and the day, by path.
package struct DerivedFacts: Sendable {
  package private(set) var values: [String: JSON] = [:]

  /// - Parameters:
  ///   - customer: whose values they are.
  ///   - account: that the customer belongs to, and may have dates from; nil where there is none.
  ///   - history: what the journals keep; nil where they are not at hand, so that nothing is known.
  ///   - catalog: the derived attributes.
  ///   - moment: what happened later does not count.
  ///   - zone: the store's, in whose calendar days are counted.
  package init(
    of customer: Customer,
    account: Customer?,
    history: CustomerHistory?,
    catalog: AttributeCatalog,
    at moment: Instant,
    zone: Zone
  ) {
    let today = zone.date(moment)
    let facts = CustomerFacts(customer, account: account)
    for (path, derivation) in catalog.derivations {
      if let date = derivation.date {
        values[path] = facts.value(at: date).flatMap {
          derivation.age(of: $0, today: today, zone: zone)
        }
      } else {
        values[path] = history?.value(of: derivation, at: moment, zone: zone)
      }
    }
  }
}
