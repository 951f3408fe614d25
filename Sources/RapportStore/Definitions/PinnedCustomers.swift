package import RapportCore

/// Reads what rules read of customers who are pinned to segments.
package struct PinnedCustomers: Sendable {
  /// Of whom something has to be known, and what.
  struct Wanted: Sendable {
    let ids: Set<Customer.ID>
    let sources: Set<Derivation.Source>
    fileprivate let definitions: Definitions

    init(_ definitions: Definitions) {
      ids = definitions.pinned
      sources = definitions.derivationSources
      self.definitions = definitions
    }
  }

  struct Known: Sendable {
    private(set) var facts: [Customer.ID: CustomerFacts] = [:]
    private var ids: Set<Customer.ID> = []
    private var sources: Set<Derivation.Source> = []

    init() {}

    fileprivate init(_ wanted: Wanted, _ facts: [Customer.ID: CustomerFacts]) {
      self.facts = facts
      (ids, sources) = (wanted.ids, wanted.sources)
    }

    func covers(_ wanted: Wanted) -> Bool {
      ids.isSuperset(of: wanted.ids) && sources.isSuperset(of: wanted.sources)
    }
  }

  private let location: StoreLocation
  private let directory: any CustomerDirectory

  package init(_ location: StoreLocation, _ directory: any CustomerDirectory) {
    self.location = location
    self.directory = directory
  }

  func read(_ wanted: Wanted, at moment: Instant) async throws -> Known {
    Known(
      wanted,
      try await facts(of: wanted.ids, from: wanted.sources, wanted.definitions, at: moment)
    )
  }

  /// What is known of some customers; who is not there is left out.
  package func facts(
    of ids: Set<Customer.ID>,
    from sources: Set<Derivation.Source>,
    _ definitions: Definitions,
    at moment: Instant
  ) async throws -> [Customer.ID: CustomerFacts] {
    let deriving = CustomerDeriving(
      of: location,
      definitions.catalog,
      at: moment,
      zone: TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    )
    var facts: [Customer.ID: CustomerFacts] = [:]
    for id in ids {
      guard let customer = try await directory.customer(id) else { continue }
      var account: Customer?
      if let id = customer.account { account = try await directory.customer(id) }
      let own = CustomerFacts(customer, account: account)
      facts[id] = try deriving.completing(own, from: sources)
    }
    return facts
  }
}
