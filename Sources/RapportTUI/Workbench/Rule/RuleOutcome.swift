import JSONLogic
import RapportCore

/// A rule to be tried on all customers.
struct RuleTrial: Sendable {
  /// The segment as it is in the store; nil for a new one.
  var segment: Segment.ID?
  var json: JSON?
  /// Of whom is asked whether they stay where they must.
  var members: [Customer.ID]
  var nonmembers: [Customer.ID]
  var samples: Int
  var generation: Int
  var now: Instant
}

/// What came of it, as far as it is known.
struct RuleOutcome: Sendable {
  /// Somebody who would join or leave, and what decides.
  struct Person: Sendable, Hashable {
    var id: Customer.ID
    /// Nil where they have none.
    var name: String?
    /// `11 orders (12 or more)`.
    var because: String
  }

  /// A customer who must, or must not, belong.
  struct Pin: Sendable, Hashable {
    var person: Person
    var mustBelong: Bool
    var answer: Membership.Answer

    var holds: Bool { mustBelong == (answer == .in) }
  }

  var generation: Int
  var preview: RulePreview?
  var microseconds = 0
  /// Why it cannot be counted.
  var failure: String?
  var joiners: [Person] = []
  var leavers: [Person] = []
  var pins: [Pin] = []
  /// Names and reasons are there too.
  var isComplete = false
}
