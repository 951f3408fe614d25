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
    let lines = try lines(of: customer)
    var history = CustomerHistory(
      contacts: lines.interactions.compactMap { Interaction(record: $0) }.map {
        ($0.at, $0.channel)
      },
      ratings: lines.surveys.compactMap { CustomerRating(survey: $0) }
    )
    guard withScores else { return history }
    history.scores = try purchases(until: moment, zone: zone)
      .scores(of: SnapshotHash.hash(customer.rawValue, seed: SnapshotHash.anySeed))
    return history
  }
}
