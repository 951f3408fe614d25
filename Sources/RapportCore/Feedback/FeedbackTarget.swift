/// Something on the Desk that feedback can be given on, with what the agent sees of it.
package struct FeedbackTarget: Sendable, Hashable {
  package var subject: Feedback.Subject
  /// As the agent knows it: `Loyal advocates`, `Charged twice, Open`.
  package var name: String
  /// In words, without the customer's personal values.
  package var evidence: [String]

  package init(_ subject: Feedback.Subject, name: String, evidence: [String]) {
    self.subject = subject
    self.name = name
    self.evidence = evidence
  }
}

extension Feedback {
  /// What an agent says of something in a contact.
  ///
  /// The contact may not have begun; once it is logged the interaction has its id.
  package init(
    id: ID,
    on target: FeedbackTarget,
    verdict: Verdict,
    reason: String?,
    in contact: Contact,
    at moment: Instant
  ) {
    self.init(id: id, at: moment, by: contact.agent, on: target.subject, verdict: verdict)
    customer = contact.customer
    interaction = Interaction.ID(contact.id.rawValue)
    self.reason = reason
    evidence = target.evidence
  }

  /// What a caller asked for and the team does not have.
  package init(
    id: ID,
    lacking words: String,
    evidence: [String],
    in contact: Contact,
    at moment: Instant
  ) {
    self.init(id: id, at: moment, by: contact.agent, on: nil, verdict: .lacks)
    customer = contact.customer
    interaction = Interaction.ID(contact.id.rawValue)
    reason = words
    self.evidence = evidence
  }
}
