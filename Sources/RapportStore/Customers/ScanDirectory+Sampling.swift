package import RapportCore

extension ScanDirectory {
  /// Customers spread evenly over the file, each with their account, and whether that is all.
  ///
  /// At most `limit`; those that cannot be read are left out.
  package func sample(
    _ limit: Int
  ) async throws -> (customers: [(customer: Customer, account: Customer?)], isComplete: Bool) {
    await finishReading()
    guard let shards = serving?.index.shards else { return ([], true) }
    let live = shards.flatMap { shard in
      shard.ids.indices.filter { shard.isLive[$0] }.map { shard.ids[$0] }
    }
    let count = min(max(0, limit), live.count)
    var customers: [(customer: Customer, account: Customer?)] = []
    customers.reserveCapacity(count)
    for position in 0..<count {
      guard let customer = try latest(Customer.ID(live[position * live.count / count])) else {
        continue
      }
      customers.append((customer, try customer.account.flatMap { try latest($0) }))
    }
    return (customers, count == live.count)
  }
}
