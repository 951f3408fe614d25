package import JSONLogic

/// A finished contact in the journal.
package struct Interaction: Sendable, Identifiable {
  package typealias ID = Identifier<Interaction>

  package var id: ID
  package var at: Instant
  package var agent: Agent.ID?
  /// Nil where the caller stayed unknown.
  package var customer: Customer.ID?
  package var channel: Channel?
  package var intent: Intent.ID?
  package var script: Script.ID?
  package var outcome: String?
  package var note: String?
  /// The customer's own rating of it, from the survey journal.
  package var rating: (score: Int, of: Int)?
  /// What the agent noted of their satisfaction, kept apart from ratings that customers gave.
  package var noted: (score: Int, of: Int)?
  /// The whole line.
  package var record: JSONObject

  package var promise: Promise? { Promise(record["followUp"]) }

  package init(id: ID, at: Instant, customer: Customer.ID?, record: JSONObject) {
    self.id = id
    self.at = at
    self.customer = customer
    self.record = record
  }
}
