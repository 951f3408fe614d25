/// What happened with customers: finished contacts and the ratings of them.
package protocol Journal: Sendable {
  /// The newest first, at most `limit`.
  func interactions(of customer: Customer.ID, limit: Int) async throws -> [Interaction]

  /// What attributes of a customer are derived from.
  ///
  /// - Parameters:
  ///   - customer: whose history.
  ///   - moment: later orders do not count.
  ///   - zone: the store's.
  ///   - withScores: whether to compare what they bought with what others did, which takes all orders.
  /// - Returns: the history.
  /// - Throws: where a journal cannot be read.
  func history(
    of customer: Customer.ID,
    at moment: Instant,
    zone: Zone,
    withScores: Bool
  ) async throws -> CustomerHistory

  /// What is due for an agent on a day, and whom they and others served last.
  ///
  /// A follow-up is due until a later contact that reached the customer and was not about another reason.
  func agenda(of agent: Agent.ID, on day: CalendarDate, zone: Zone) async throws -> Agenda

  /// Adds a finished contact, and what the agent noted of the customer's satisfaction; returns when both
  /// are on disk.
  func append(_ interaction: Interaction) async throws

  /// Adds a line that takes a finished contact back, and what the agent noted with it; nothing that is
  /// there is rewritten. Returns when it is on disk.
  func takeBack(_ id: Interaction.ID, of customer: Customer.ID?) async throws
}
