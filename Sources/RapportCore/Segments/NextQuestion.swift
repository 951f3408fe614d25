/// A question to the caller whose answer would settle memberships that are still unknown.
package struct NextQuestion: Sendable, Hashable {
  /// The attribute that is missing.
  package var path: String
  /// In the contact's language.
  package var question: String
  package var reason: String?
  /// The answers to choose from; empty where the answer is typed.
  package var choices: [Attribute.Choice]
  /// What would be settled, strongest first.
  package var settles: [Segment.ID]

  package init(
    path: String,
    question: String,
    reason: String?,
    choices: [Attribute.Choice],
    settles: [Segment.ID]
  ) {
    self.path = path
    self.question = question
    self.reason = reason
    self.choices = choices
    self.settles = settles
  }
}
