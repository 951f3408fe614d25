import RapportCore
import RapportStore

extension OpenStore {
  /// Customers pinned to a segment for which its rule says otherwise.
  func goldenProblems() throws -> [Problem] {
    let pinned = definitions.segments.flatMap { $0.goldenMembers + $0.goldenNonmembers }
    guard !pinned.isEmpty else { return [] }
    let directory = directory
    let facts = try blocking {
      var facts: [Customer.ID: CustomerFacts] = [:]
      for id in Set(pinned) {
        guard let customer = try await directory.customer(id) else { continue }
        var account: Customer?
        if let id = customer.account { account = try await directory.customer(id) }
        facts[id] = CustomerFacts(customer, account: account)
      }
      return facts
    }
    return StoreCheck.golden(of: definitions, at: now) { facts[$0] }
  }
}
