package import RapportCore

extension JSONJournal {
  /// What attributes of a customer are derived from.
  ///
  /// - Parameters:
  ///   - customer: whose history.
  ///   - moment: later orders do not count.
  ///   - zone: the store's.
  ///   - withScores: whether to read the orders of all customers, about a second for a million.
  /// - Returns: the history.
  /// - Throws: `FileError` where a journal cannot be read.
  package func history(
    of customer: Customer.ID,
    at moment: Instant,
    zone: Zone,
    withScores: Bool
  ) throws -> CustomerHistory {
    let contacts = try interactions(of: customer, limit: .max)
    var history = CustomerHistory(
      contacts: contacts.map { ($0.at, $0.channel) },
      surveys: try surveyLines(of: customer)
    )
    guard withScores else { return history }
    let orders = try OrderBook(location.file("journal/orders.jsonl"))
    let purchases = orders.purchases(until: moment, zone: zone)
    history.scores = purchases[customer.rawValue].map {
      PurchaseScale(Array(purchases.values)).scores($0)
    }
    return history
  }
}
