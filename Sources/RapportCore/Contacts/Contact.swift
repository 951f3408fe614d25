/// Work in progress with one customer.
///
/// It is kept as a draft until it ends with an outcome, and survives a crash.
package struct Contact: Sendable, Hashable, Identifiable {
  package typealias ID = Identifier<Contact>

  package enum Mark: String, Sendable, Hashable { case done, skipped }

  /// A ULID.
  package var id: ID
  package var agent: Agent.ID
  /// Nil while the caller is nobody known.
  package var customer: Customer.ID?
  package var openedAt: Instant
  package var channel: Channel
  package var intent: Intent.ID?
  package var language: String?
  package var mood: Mood = .calm
  package var script: Script.ID?
  /// By step.
  package var ticks: [String: Mark] = [:]
  /// The steps that choices led to, by the choice's step.
  package var branches: [String: String] = [:]
  /// `ask.` values by id.
  package var asks: [String: String] = [:]
  /// Accepted or declined.
  package var offers: [Service.ID: Mark] = [:]
  /// The attributes that were compared when the caller was verified.
  package var verified: [String] = []
  package var note = ""
  /// What was promised so far; its outcome may promise something else.
  package var promise: Promise?
  /// How satisfied they said they are, from 1 to `bestRating`, as the agent noted it.
  package var rating: Int?
  /// Found by typo, sound, nickname or a part of the words, and not confirmed yet.
  package var foundBy: Hit.Quality?
  /// The interaction it continues.
  package var continues: String?
  /// Only while in front of the agent.
  package var handleSeconds: Int = 0
  /// Since when the customer waits behind another contact.
  package var leftAt: Instant?
  /// Which digit brings it to the front, as long as it is open.
  package var number: Int?
  /// What the caller said or wrote, as typed and pasted; no part of what the journal keeps.
  package var said = ""

  package static let bestRating = 5

  package init(
    id: ID,
    agent: Agent.ID,
    customer: Customer.ID?,
    openedAt: Instant,
    channel: Channel
  ) {
    self.id = id
    self.agent = agent
    self.customer = customer
    self.openedAt = openedAt
    self.channel = channel
  }
}
