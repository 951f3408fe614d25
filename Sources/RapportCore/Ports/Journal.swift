/// What happened with customers: finished contacts, the ratings of them, and what agents say of what
/// they are shown.
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

  /// Adds what an agent said of something; returns when it is on disk.
  func append(_ feedback: Feedback) async throws

  /// Adds a line that takes it back; returns when it is on disk.
  func takeBack(_ id: Feedback.ID) async throws

  /// What agents said, the newest first, at most `limit`; of each the last line counts.
  func feedback(limit: Int) async throws -> [Feedback]

  /// What of an agent's own feedback was answered, the newest answer first.
  func answers(for agent: Agent.ID) async throws -> [Feedback]

  /// Adds the whole line again with an answer; returns it when it is on disk.
  ///
  /// Throws `FeedbackRefusal` where there is nothing to answer any more. One's own answer may be given
  /// anew, somebody else's is never replaced.
  func answer(_ id: Feedback.ID, with answer: Feedback.Answer) async throws -> Feedback
}

/// Why feedback cannot be answered.
package enum FeedbackRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(Feedback.ID)
  case answered(by: Agent.ID)

  package var description: String {
    switch self {
    case .missing(let id): "there is no feedback \(id), or whoever gave it took it back"
    case .answered(let by): "\(by) has answered it meanwhile"
    }
  }
}
