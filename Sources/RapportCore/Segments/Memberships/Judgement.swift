/// What one rule says about one customer, in words.
package struct Judgement: Sendable {
  package var answer: Membership.Answer
  package var because: [Membership.Reason]

  package init(answer: Membership.Answer, because: [Membership.Reason]) {
    self.answer = answer
    self.because = because
  }

  /// The reasons in one line.
  package var why: String { Membership.line(because) }
}
