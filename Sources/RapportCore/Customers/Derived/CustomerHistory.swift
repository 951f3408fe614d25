package import JSONLogic

/// What the journals keep of one customer, as far as attributes are derived from it.
package struct CustomerHistory: Sendable {
  /// When and how they were in touch, in any order.
  package var contacts: [(at: Instant, channel: Channel?)]
  /// Lines of the survey journal, in any order.
  package var surveys: [JSONObject]
  /// Nil for whoever never bought anything.
  package var scores: PurchaseScores?

  package init(
    contacts: [(at: Instant, channel: Channel?)] = [],
    surveys: [JSONObject] = [],
    scores: PurchaseScores? = nil
  ) {
    self.contacts = contacts
    self.surveys = surveys
    self.scores = scores
  }
}
