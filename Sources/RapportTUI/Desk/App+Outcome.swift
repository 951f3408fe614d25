import JSONLogic
import RapportCore

/// The end of a contact.
extension App {
  /// Hands the finished contact to the journal; it closes when the journal has it.
  ///
  /// The journal's line has the contact's id: logged twice, the later line replaces the earlier.
  mutating func end(
    with outcome: Outcome,
    followUp: CalendarDate?,
    now: Instant
  ) -> [Effect] {
    desk.start(now: now)
    desk.settle(now: now)
    guard let tab = desk.front, !tab.isEnding else { return [] }
    desk.editFront { $0.isEnding = true }
    let id = tab.contact.id.rawValue
    let record = tab.record(
      id: id,
      outcome: outcome,
      followUp: followUp,
      agent: agent.id,
      now: now
    )
    var interaction = Interaction(
      id: Interaction.ID(id),
      at: now,
      customer: tab.contact.customer,
      record: record
    )
    interaction.agent = agent.id
    interaction.channel = tab.contact.channel
    interaction.intent = tab.contact.intent
    interaction.script = tab.guidance.script?.script.id
    interaction.outcome = outcome.rawValue
    interaction.note = tab.contact.note.nonBlank
    say(.info, "\(tab.shortTitle): \(outcome.word)", at: now)
    return [.saveDraft(tab.contact), .log(interaction, ends: tab.id)]
  }
}

extension Tab {
  /// The journal's line, with the segments as they are now.
  func record(
    id: String,
    outcome: Outcome,
    followUp: CalendarDate?,
    agent: Agent.ID,
    now: Instant
  ) -> JSONObject {
    func revisions(_ answer: Membership.Answer) -> JSON {
      .object(
        JSONObject(
          guidance.memberships.filter { $0.answer == answer }
            .map { (key: $0.segment.rawValue, value: JSON($0.revision)) }
        )
      )
    }
    func offers(_ mark: Contact.Mark?) -> JSON {
      .array(
        contact.offers.filter { mark == nil || $0.value == mark }.map(\.key.rawValue).sorted()
          .map { JSON($0) }
      )
    }
    var record: JSONObject = [
      "id": .string(id), "at": .string(now.description), "agent": .string(agent.rawValue),
      "customer": contact.customer.map { .string($0.rawValue) } ?? .null,
      "channel": .string(contact.channel.rawValue), "direction": "in",
      "outcome": .string(outcome.rawValue), "handleSeconds": JSON(contact.handleSeconds),
      "mood": .string(contact.mood.rawValue), "tone": .string(guidance.tone.tone.id.rawValue),
      "segments": revisions(.in), "unknown": revisions(.unknown),
      "verified": .array(contact.verified.map { JSON($0) }),
      "asks": .object(
        JSONObject(contact.asks.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value)) })
      ),
      "offered": offers(nil), "accepted": offers(.done),
    ]
    record["intent"] = contact.intent.map { .string($0.rawValue) }
    record["script"] = guidance.script.map { .string($0.script.id.rawValue) }
    record["continues"] = contact.continues.map { .string($0) }
    record["note"] = contact.note.nonBlank.map { .string($0) }
    record["followUp"] = followUp.map { date in
      ["at": .string(date.description), "by": .string(agent.rawValue), "what": "come back to them"]
    }
    return record
  }
}
