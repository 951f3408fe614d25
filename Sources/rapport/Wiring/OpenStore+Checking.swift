import RapportCore
import RapportStore

extension OpenStore {
  /// So many customers tell what there is to say about sizes and overlaps.
  private static let sampleSize = 10_000

  /// Everything that is found in the store, accepted or not.
  func allProblems() throws -> [Problem] {
    let directory = try searched
    let records = try blocking { await directory.problems() }
    let definitions = StoreCheck.all(of: definitions, at: now)
    let found = try goldenProblems() + sample(self.definitions).all
    let values = RecordCheck(location, self.definitions.catalog).problems()
    // A file that cannot be read, and a damaged line, are named once.
    return definitions + found + coverage().problems + records
      + values.filter { !records.contains($0) }
  }

  /// Which script serves whom, with the counts of customers and contacts where they can be read.
  func coverage() -> Coverage {
    let (location, definitions, now) = (location, definitions, now)
    let demand = try? blocking { try await SegmentCounts(location, definitions).demand(at: now) }
    return Coverage(definitions, demand: demand)
  }

  /// What is questionable about segments as the customers see them: all of them, or a sample.
  func sampleProblems(_ definitions: Definitions) throws -> [Problem] {
    try sample(definitions).problems
  }

  private func sample(_ definitions: Definitions) throws -> SegmentSample {
    let (directory, deriving) = (try searched, deriving)
    let (customers, isComplete) = try blocking {
      try await directory.sample(Self.sampleSize)
    }
    var sample = SegmentSample(PreparedSegments(definitions), at: now, isComplete: isComplete)
    let sources = definitions.derivationSources
    for (customer, account) in customers {
      let facts = CustomerFacts(customer, account: account)
      sample.add(try deriving.completing(facts, from: sources))
    }
    return sample
  }

  /// What the journals and the day tell of many customers.
  private var deriving: CustomerDeriving {
    CustomerDeriving(
      of: location,
      definitions.catalog,
      at: now,
      zone: TimeZones.zone(definitions.settings.timeZone) ?? TimeZones.utc
    )
  }

  /// Customers pinned to a segment for which its rule says otherwise.
  func goldenProblems() throws -> [Problem] {
    let pinned = definitions.pinned
    guard !pinned.isEmpty else { return [] }
    let known = try known(PinReading(pinned, for: definitions))
    return StoreCheck.golden(of: definitions, at: now, known)
  }

  /// What is known of some customers; who is not there is left out.
  func known(_ reading: PinReading) throws -> [Customer.ID: KnownCustomer] {
    guard !reading.customers.isEmpty else { return [:] }
    let (reader, now) = (PinnedCustomers(location, directory), now)
    return try blocking { try await reader.customers(reading, at: now) }
  }

  /// What rules read of some customers; who is not there is left out.
  func facts(of ids: Set<Customer.ID>) throws -> [Customer.ID: CustomerFacts] {
    try known(PinReading(ids, for: definitions)).mapValues { $0.facts(in: definitions, at: now) }
  }
}
