/// Of whom something has to be known to tell whether a change of definitions breaks pins, and what.
package struct PinReading: Sendable {
  /// Every customer who is pinned afterwards.
  package var customers: Set<Customer.ID>
  /// Whence rules derive attributes, those of before and those of after.
  package var sources: Set<Derivation.Source>
  /// In whose days the journals are read.
  package var zone: Zone

  package static let nothing = PinReading(customers: [], sources: [], zone: TimeZones.utc)

  /// Whether it tells all that another would.
  package func covers(_ other: PinReading) -> Bool {
    customers.isSuperset(of: other.customers) && sources.isSuperset(of: other.sources)
      && zone == other.zone
  }
}

extension PinReading {
  /// Of some customers, as rules of the definitions read them.
  package init(_ customers: Set<Customer.ID>, for definitions: Definitions) {
    self.init(
      customers: customers,
      sources: customers.isEmpty ? [] : definitions.derivationSources,
      zone: TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    )
  }

  package init(from before: Definitions, to after: Definitions) {
    self.init(after.pinned, for: after)
    if !customers.isEmpty { sources.formUnion(before.derivationSources) }
  }
}
