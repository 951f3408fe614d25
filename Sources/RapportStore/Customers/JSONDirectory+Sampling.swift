package import RapportCore

extension JSONDirectory {
  /// Customers spread evenly over the file, each with their account, and whether that is all.
  ///
  /// At most `limit`; those that cannot be read are left out.
  package func sample(
    _ limit: Int
  ) async throws -> (customers: [(customer: Customer, account: Customer?)], isComplete: Bool) {
    await finishReading()
    guard let serving else { return ([], true) }
    let total = serving.count
    let count = min(max(0, limit), total)
    var customers: [(customer: Customer, account: Customer?)] = []
    customers.reserveCapacity(count)
    for customer in serving.customers(count, of: total) {
      customers.append((customer, try customer.account.flatMap { try latest($0) }))
    }
    return (customers, count == total)
  }
}
