/// A limit that `store.json` may set in its table of thresholds.
package enum Threshold: String, Sendable, CaseIterable {
  /// Days until an attribute that the customer did not want to tell is asked for again.
  case askAgainDays
  /// Conditions a rule may have before it is hard to act on.
  case conditions
  /// Share of customers that may lack an attribute of a rule, or have one that is stale.
  case missingShare, staleShare
  /// Share of customers from which a segment has everyone.
  case everyone
  /// Share of a segment's members that no stronger segment takes, below which it is shadowed.
  case shadowed
  /// Jaccard index from which two segments are nearly the same.
  case nearlyEqual
  /// Answers below which only counts are shown, and below which they are called few.
  case countsOnlyBelow, fewAnswersBelow
  /// The least difference of a share that is worth a change.
  case minEffect
  /// Days after which a segment is due for review, where it does not say itself.
  case reviewEveryDays
  /// Votes and voters that a segment needs before it is validated, how many customers have to be asked,
  /// and the share that has to agree.
  case validationVotes, validationAgents, validationCustomers, validationShare
  /// Invitations to a survey that one customer may get.
  case surveyInvitesPerMonth
  /// Words that a step of a script, or a sentence, may have.
  case phoneWords, chatWords, emailWords, sentenceWords

  package var standard: Double {
    switch self {
    case .askAgainDays: 30
    case .conditions: 4
    case .missingShare, .staleShare: 0.2
    case .everyone: 0.99
    case .shadowed: 0.05
    case .nearlyEqual: 0.95
    case .countsOnlyBelow: 10
    case .fewAnswersBelow: 30
    case .minEffect: 0.05
    case .reviewEveryDays: 90
    case .validationVotes: 20
    case .validationAgents: 3
    case .validationCustomers: 5
    case .validationShare: 0.7
    case .surveyInvitesPerMonth: 2
    case .phoneWords: 70
    case .chatWords: 40
    case .emailWords: 150
    case .sentenceWords: 25
    }
  }
}

extension StoreSettings {
  /// What the store sets, else the standard.
  package subscript(threshold: Threshold) -> Double {
    thresholds[threshold.rawValue] ?? threshold.standard
  }
}
