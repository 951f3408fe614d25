/// What guidance depends on besides the customer: who speaks to them, how, why, and when.
package struct Situation: Sendable {
  package var agent: Agent?
  package var channel: Channel
  package var intent: Intent.ID?
  /// Chosen by the agent instead of the customer's own.
  package var language: String?
  package var mood: Mood = .calm
  /// `ask.` values by id.
  package var asks: [String: String] = [:]
  /// A script chosen by the agent instead of the best one.
  package var script: Script.ID?
  package var now: Instant

  package init(agent: Agent?, channel: Channel, intent: Intent.ID? = nil, now: Instant) {
    self.agent = agent
    self.channel = channel
    self.intent = intent
    self.now = now
  }

  /// What a contact depends on besides the customer.
  package init(of contact: Contact, agent: Agent?, now: Instant) {
    self.init(agent: agent, channel: contact.channel, intent: contact.intent, now: now)
    language = contact.language
    mood = contact.mood
    asks = contact.asks
    script = contact.script
  }
}
