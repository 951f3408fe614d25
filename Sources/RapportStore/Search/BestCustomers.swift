/// The best of many customers that were found.
struct BestCustomers: Sendable {
  private let limit: Int
  /// Best first.
  private(set) var customers: [FoundCustomer] = []

  init(limit: Int) { self.limit = limit }

  /// Whether a customer with this score may be among them.
  @inline(__always)
  func mayTake(_ score: HitScore) -> Bool {
    customers.count < limit || customers.last.map { $0.score >= score } ?? false
  }

  mutating func insert(_ found: FoundCustomer) {
    if customers.count == limit {
      guard let last = customers.last, found < last else { return }
      customers.removeLast()
    }
    customers.insert(found, at: customers.partitioningIndex { found < $0 })
  }
}
