package import JSONLogic

/// The answer of a rule about the customer at hand, and why in words.
package struct RuleReading: Sendable, Hashable {
  package var answer: Membership.Answer
  /// What decided it; for *unknown* what is missing.
  package var because: String

  package init(_ answer: Membership.Answer, because: String) {
    self.answer = answer
    self.because = because
  }

  /// Reads a rule about one customer at one moment.
  package typealias Reader = (Rule) -> RuleReading
}
