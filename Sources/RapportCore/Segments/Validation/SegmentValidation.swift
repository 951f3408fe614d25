/// Whether a segment was confirmed: by its customers about its needs and preferences, and by the agents
/// who served them.
///
/// Votes count from the version on that has today's rule; those before it are told apart. Of one agent's
/// votes on one customer the latest counts, and of one customer's answers on one part.
package struct SegmentValidation: Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// Neither customers nor agents said anything.
    case notAsked = "not-asked"
    case collecting, validated
    case toReview = "to-review"
  }

  /// What agents said of whether customers belong.
  package struct Votes: Sendable, Hashable {
    package var fits = 0
    package var not = 0
    package var unsure = 0
    /// How many agents took a side, and on how many customers.
    package var agents = 0
    package var customers = 0

    /// Without those who are not sure.
    package var fit: Proportion { Proportion(fits, of: fits + not) }
  }

  /// What customers said of one part of the profile.
  package struct Answers: Sendable, Identifiable {
    package var part: ProfilePart
    package var agrees = 0
    package var disagrees = 0
    package var other = 0
    /// In the customers' own words, the newest first.
    package var words: [String] = []

    package var id: String { part.id }
    package var count: Int { agrees + disagrees + other }
    package var agreement: Proportion { Proportion(agrees, of: count) }
  }

  /// What the state is decided by.
  package struct Limits: Sendable, Hashable {
    package var votes: Int
    package var agents: Int
    package var share: Double
    package var customers: Int

    package init(_ settings: StoreSettings) {
      votes = Int(settings[.validationVotes])
      agents = Int(settings[.validationAgents])
      share = settings[.validationShare]
      customers = Int(settings[.validationCustomers])
    }
  }

  package let limits: Limits
  package internal(set) var votes = Votes()
  /// Of versions with another rule.
  package internal(set) var earlier = Votes()
  /// Of every need and preference there is.
  package internal(set) var answers: [Answers] = []
  /// How many customers answered something.
  package internal(set) var customers = 0
  /// The votes that count, the newest first.
  package internal(set) var counted: [Feedback] = []

  package var state: State {
    if isDoubted { return .toReview }
    if votes.fits + votes.not + votes.unsure + customers == 0 { return .notAsked }
    return isConfirmedByAgents && isConfirmedByCustomers ? .validated : .collecting
  }

  /// Enough votes of enough agents, which leave no doubt that most customers belong.
  package var isConfirmedByAgents: Bool {
    votes.fit.count >= limits.votes && votes.agents >= limits.agents
      && (votes.fit.interval?.lowerBound ?? 0) >= limits.share
  }

  package var isConfirmedByCustomers: Bool { customers >= limits.customers }

  /// Whether the votes, or what enough customers said of a part, leave no doubt that it is wrong.
  private var isDoubted: Bool { isDoubtedByAgents || !doubted.isEmpty }

  package var isDoubtedByAgents: Bool {
    votes.fit.interval.map { $0.upperBound < limits.share } ?? false
  }

  /// The parts that customers do not agree with.
  package var doubted: [Answers] {
    answers.filter { answers in
      answers.count >= limits.customers
        && (answers.agreement.interval.map { $0.upperBound < limits.share } ?? false)
    }
  }
}
