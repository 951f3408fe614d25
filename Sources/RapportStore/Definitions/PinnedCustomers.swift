package import RapportCore

/// Reads what is known of customers who are pinned to segments.
package struct PinnedCustomers: Sendable {
  /// What was read, and of whom.
  struct Known: Sendable {
    var reading = PinReading.nothing
    var customers: [Customer.ID: KnownCustomer] = [:]
  }

  private let location: StoreLocation
  private let directory: any CustomerDirectory

  package init(_ location: StoreLocation, _ directory: any CustomerDirectory) {
    self.location = location
    self.directory = directory
  }

  func read(_ reading: PinReading, at moment: Instant) async throws -> Known {
    Known(reading: reading, customers: try await customers(reading, at: moment))
  }

  /// Who is not in the store is left out; without sources no journal is read.
  package func customers(
    _ reading: PinReading,
    at moment: Instant
  ) async throws -> [Customer.ID: KnownCustomer] {
    let events = JournalEvents(location, seed: SnapshotHash.anySeed)
    let histories = CustomerHistories(events, at: moment, zone: reading.zone)
    var known: [Customer.ID: KnownCustomer] = [:]
    for id in reading.customers {
      guard let record = try await directory.customer(id) else { continue }
      var account: Customer?
      if let id = record.account { account = try await directory.customer(id) }
      var customer = KnownCustomer(record, account: account)
      if !reading.sources.isEmpty {
        customer.history = try histories.history(of: id, from: reading.sources)
      }
      known[id] = customer
    }
    return known
  }
}
