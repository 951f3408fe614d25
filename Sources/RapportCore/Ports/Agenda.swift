/// What an agent's day begins with, as the journal tells it.
package struct Agenda: Sendable {
  /// Promised by the agent and due, the longest overdue first.
  package var followUps: [FollowUp]
  /// Whom the agent served last, and when customers were last in contact with anybody.
  package var familiarity: Familiarity

  package static let empty = Agenda()

  package init(followUps: [FollowUp] = [], familiarity: Familiarity = .none) {
    self.followUps = followUps
    self.familiarity = familiarity
  }
}
