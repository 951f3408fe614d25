/// How satisfied customers were with their contacts, in a period and in the one before it.
///
/// A rating counts as satisfied from 4 of 5 on, whatever its own scale. Of a customer's ratings in a
/// period the latest counts; those that agents noted never do.
package struct Satisfaction: Sendable, Hashable {
  /// From so many of 5 on a customer was satisfied.
  package static let satisfiedFrom = 4.0
  /// Days of a period.
  package static let days = 90

  package var now: Proportion
  package var before: Proportion

  package init(now: Proportion = Proportion(), before: Proportion = Proportion()) {
    self.now = now
    self.before = before
  }

  /// Which way it went, where that was judged; `SatisfactionTrends` does.
  package enum Trend: String, Sendable {
    case up, down
    /// No more than that the answers show no difference.
    case same
  }
}

/// What customers said of contacts, by the segments that each was in at that time.
package struct SatisfactionReport: Sendable {
  /// Of all customers, in segments or not.
  package var all = Satisfaction()
  package var segments: [Segment.ID: Satisfaction] = [:]

  package init() {}
}
