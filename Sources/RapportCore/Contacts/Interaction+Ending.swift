import JSONLogic

extension Interaction {
  /// A contact that ends now, as the journal keeps it: with the segments, the tone and the script that
  /// the guidance has, and their versions, so that editing a definition later rewrites nothing.
  ///
  /// It has the contact's id: logged twice, the later line replaces the earlier.
  package init(
    ending contact: Contact,
    with outcome: Outcome,
    guidance: Guidance,
    at moment: Instant
  ) {
    let script = guidance.script?.script
    let tone = guidance.tone.tone
    var record: JSONObject = [
      "id": .string(contact.id.rawValue), "at": .string(moment.description),
      "agent": .string(contact.agent.rawValue),
      "customer": contact.customer.map { .string($0.rawValue) } ?? .null,
      "channel": .string(contact.channel.rawValue), "direction": "in",
      "outcome": .string(outcome.rawValue), "handleSeconds": JSON(contact.handleSeconds),
      "mood": .string(contact.mood.rawValue),
      "tone": .string(tone.id.rawValue), "toneRevision": JSON(tone.revision),
      "language": .string(guidance.script?.language ?? guidance.tone.language),
      "segments": Self.revisions(of: guidance, .in),
      "unknown": Self.revisions(of: guidance, .unknown),
      "verified": .array(contact.verified.map { JSON($0) }),
      "asks": Self.object(contact.asks),
      "offered": Self.offers(of: contact, nil), "accepted": Self.offers(of: contact, .done),
    ]
    record["intent"] = contact.intent.map { .string($0.rawValue) }
    record["script"] = script.map { .string($0.id.rawValue) }
    record["scriptRevision"] = script.map { JSON($0.revision) }
    if !contact.ticks.isEmpty {
      record["ticks"] = Self.object(contact.ticks.mapValues(\.rawValue))
    }
    if !contact.branches.isEmpty { record["branches"] = Self.object(contact.branches) }
    record["continues"] = contact.continues.map { .string($0) }
    record["note"] = contact.note.nonBlank.map { .string($0) }
    record["followUp"] = contact.promise.map(\.json)
    self.init(
      id: ID(contact.id.rawValue),
      at: moment,
      customer: contact.customer,
      record: record
    )
    agent = contact.agent
    channel = contact.channel
    intent = contact.intent
    self.script = script?.id
    self.outcome = outcome.rawValue
    note = contact.note.nonBlank
    noted = contact.customer == nil ? nil : contact.rating.map { ($0, Contact.bestRating) }
  }

  private static func revisions(of guidance: Guidance, _ answer: Membership.Answer) -> JSON {
    let found = guidance.memberships.filter { $0.answer == answer }
    return .object(
      JSONObject(found.map { (key: $0.segment.rawValue, value: JSON($0.revision)) })
    )
  }

  private static func object(_ texts: [String: String]) -> JSON {
    .object(JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value)) }))
  }

  /// Those that were accepted or declined, or only those of one mark.
  private static func offers(of contact: Contact, _ mark: Contact.Mark?) -> JSON {
    let found = contact.offers.filter { mark == nil || $0.value == mark }
    return .array(found.map(\.key.rawValue).sorted().map { JSON($0) })
  }
}
