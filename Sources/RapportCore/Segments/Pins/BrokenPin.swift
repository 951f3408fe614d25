package import JSONLogic

/// A customer pinned as must belong or must not belong, for whom the rule would say otherwise.
package struct BrokenPin: Sendable, Hashable, Identifiable {
  package var segment: Segment.ID
  /// What the segment is called.
  package var name: String
  package var customer: Customer.ID
  /// Whether they must belong.
  package var mustBelong: Bool
  package var answer: Membership.Answer
  /// The values that decided, in one line: `11 orders (12 or more)`.
  package var why: String
  /// `/golden/members/0`.
  package var pointer: JSONPointer

  package var id: String { Self.id(segment, customer, mustBelong: mustBelong) }

  package static func id(_ segment: Segment.ID, _ customer: Customer.ID, mustBelong: Bool) -> String
  {
    "\(segment)/\(customer)/\(mustBelong)"
  }

  /// `must belong and does not: 11 orders (12 or more)`.
  package var words: String {
    let what =
      switch (mustBelong, answer) {
      case (true, .unknown): "must belong and is not known yet"
      case (true, .broken): "must belong and the rule cannot be used"
      case (true, _): "must belong and does not"
      case (false, _): "must not belong and does"
      }
    return why.isEmpty ? what : "\(what): \(why)"
  }
}
