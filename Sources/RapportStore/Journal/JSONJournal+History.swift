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
  ) async throws -> CustomerHistory {
    let lines = try lines(of: customer)
    var history = CustomerHistory(
      contacts: lines.interactions.compactMap { Interaction(record: $0) }.map {
        ($0.at, $0.channel)
      },
      ratings: lines.surveys.compactMap { CustomerRating(survey: $0) }
    )
    if withScores {
      history.scores = try await orders.scores(of: customer, until: moment, zone: zone)
    }
    return history
  }
}
