package import JSONLogic

/// One condition of a rule, understood: what is looked at, and what is wanted of it.
///
/// What is not one of these shapes has no `Condition`; such a rule is still evaluated and shown as
/// what it is.
package struct Condition: Sendable {
  /// What is looked at.
  package enum Subject: Sendable {
    case attribute(String)
    /// The completed years since an attribute's date.
    case years(String)
    /// How many items of a list a rule holds for.
    case count(String, RuleNode)
    /// The item of a list that stands in front, or a part of it.
    case item(String)
    case segment(Segment.ID)
  }

  package enum Comparison: String, Sendable {
    case less = "<", atMost = "<=", more = ">", atLeast = ">="
  }

  package enum Test: Sendable {
    case compare(Comparison, JSON)
    case between(low: JSON, includesLow: Bool, high: JSON, includesHigh: Bool)
    /// One of the values; a single one is an equality.
    case oneOf([JSON])
    /// A list that has the item, or a text that has the part; `anyCase` for `icontains`.
    case includes(JSON, anyCase: Bool)
    case startsWith(String)
    case endsWith(String)
    case matches(String)
    case version(String, String)
    case withinDays(Double)
    /// Truthy: yes, not empty, not 0.
    case isTrue
    /// There is a value.
    case isKnown
    case some(RuleNode)
    case all(RuleNode)
    case none(RuleNode)
    case isMember
  }

  package var subject: Subject
  package var test: Test
  /// Whether the test has to fail for the condition to hold.
  package var isNegated = false

  package init(_ subject: Subject, _ test: Test, isNegated: Bool = false) {
    self.subject = subject
    self.test = test
    self.isNegated = isNegated
  }

  /// The condition that holds exactly where this one does not, in its plainest form.
  package var negated: Condition {
    guard !isNegated, case .compare(let comparison, let value) = test else {
      return Condition(subject, test, isNegated: !isNegated)
    }
    let opposite: Comparison =
      switch comparison {
      case .less: .atLeast
      case .atMost: .more
      case .more: .atMost
      case .atLeast: .less
      }
    return Condition(subject, .compare(opposite, value))
  }

  /// The attribute that is looked at; nil for a segment and for an item.
  package var path: String? {
    switch subject {
    case .attribute(let path), .years(let path), .count(let path, _): path
    case .item, .segment: nil
    }
  }
}
