import JSONLogic

/// What an agent promised to come back to a customer for.
package struct FollowUp: Sendable, Hashable, Identifiable {
  /// Of the contact in which it was promised.
  package var id: Interaction.ID
  package var customer: Customer.ID
  package var by: Agent.ID?
  /// In the store's time zone.
  package var due: CalendarDate
  package var what: String?
  package var intent: Intent.ID?

  /// Nil where nothing was promised to anybody who is known.
  package init?(of interaction: Interaction, in zone: Zone) {
    guard let customer = interaction.customer,
      let promise = interaction.record["followUp"],
      let at = promise["at"]?.stringValue,
      let due = CalendarDate(parsing: at) ?? Instant(parsing: at).map({ zone.date($0) })
    else { return nil }
    id = interaction.id
    self.customer = customer
    self.due = due
    by = promise["by"]?.stringValue.map { Agent.ID($0) } ?? interaction.agent
    what = promise["what"]?.stringValue?.nonBlank
    intent = interaction.intent
  }
}
