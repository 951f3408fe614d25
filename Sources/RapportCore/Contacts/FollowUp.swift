import JSONLogic

/// What an agent promised to come back to a customer for.
package struct FollowUp: Sendable, Hashable, Identifiable {
  /// Of the contact in which it was promised.
  package var id: Interaction.ID
  package var customer: Customer.ID
  package var by: Agent.ID?
  /// In the store's time zone.
  package var due: CalendarDate
  /// Of a callback at a time of that day.
  package var moment: Instant?
  package var what: String?
  package var intent: Intent.ID?

  /// Nil where nothing was promised to anybody who is known.
  package init?(of interaction: Interaction, in zone: Zone) {
    guard let customer = interaction.customer, let promise = interaction.promise else { return nil }
    id = interaction.id
    self.customer = customer
    due = promise.due.day(in: zone)
    moment = promise.due.moment
    by = promise.by ?? interaction.agent
    what = promise.what
    intent = interaction.intent
  }
}
