package import JSONLogic

extension Contact {
  /// The contact as it is kept in `drafts/AGENT/ULID.json`; what is empty is left out.
  package var draft: JSONObject {
    var draft = JSONObject()
    func set(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { draft[key] = .string(text) }
    }
    func set(_ key: String, _ entries: [(key: String, value: JSON)]) {
      if !entries.isEmpty { draft[key] = .object(JSONObject(entries)) }
    }
    set("kind", "contact")
    set("id", id.rawValue)
    set("agent", agent.rawValue)
    set("customer", customer?.rawValue)
    set("openedAt", openedAt.description)
    set("channel", channel.rawValue)
    set("intent", intent?.rawValue)
    set("language", language)
    set("mood", mood.rawValue)
    set("script", script?.rawValue)
    set("ticks", ticks.map { ($0.key, .string($0.value.rawValue)) })
    set("branches", branches.map { ($0.key, .string($0.value)) })
    set("asks", asks.map { ($0.key, .string($0.value)) })
    set("offers", offers.map { ($0.key.rawValue, .string($0.value.rawValue)) })
    if !verified.isEmpty { draft["verified"] = .array(verified.map { .string($0) }) }
    set("note", note)
    draft["followUp"] = promise.map(\.json)
    draft["rating"] = rating.map { .number(JSONNumber($0)) }
    set("foundBy", foundBy?.rawValue)
    set("continues", continues)
    set("leftAt", leftAt?.description)
    draft["number"] = number.map { .number(JSONNumber($0)) }
    set("said", said)
    draft["handleSeconds"] = .number(JSONNumber(handleSeconds))
    return draft
  }

  /// Reads a draft; nil where it is no contact or lacks what one cannot be without.
  package init?(draft: JSON) {
    guard draft["kind"]?.stringValue == "contact",
      let id = draft["id"]?.stringValue,
      let agent = draft["agent"]?.stringValue,
      let openedAt = draft["openedAt"]?.stringValue.flatMap({ Instant(parsing: $0) }),
      let channel = draft["channel"]?.stringValue.flatMap(Channel.init)
    else { return nil }
    self.init(
      id: ID(id),
      agent: Agent.ID(agent),
      customer: draft["customer"]?.stringValue.map { Customer.ID($0) },
      openedAt: openedAt,
      channel: channel
    )
    intent = draft["intent"]?.stringValue.map { Intent.ID($0) }
    language = draft["language"]?.stringValue
    mood = draft["mood"]?.stringValue.flatMap(Mood.init) ?? .calm
    script = draft["script"]?.stringValue.map { Script.ID($0) }
    ticks = Self.values(of: draft["ticks"]) {
      $0
    } read: {
      Mark(rawValue: $0)
    }
    branches = Self.values(of: draft["branches"]) {
      $0
    } read: {
      $0
    }
    asks = Self.values(of: draft["asks"]) {
      $0
    } read: {
      $0
    }
    offers = Self.values(of: draft["offers"]) {
      Service.ID($0)
    } read: {
      Mark(rawValue: $0)
    }
    verified = (draft["verified"]?.arrayValue ?? []).compactMap(\.stringValue)
    note = draft["note"]?.stringValue ?? ""
    promise = Promise(draft["followUp"])
    rating = draft["rating"]?.intValue.flatMap { (1...Self.bestRating).contains($0) ? $0 : nil }
    foundBy = draft["foundBy"]?.stringValue.flatMap(Hit.Quality.init)
    continues = draft["continues"]?.stringValue
    handleSeconds = max(0, draft["handleSeconds"]?.intValue ?? 0)
    leftAt = draft["leftAt"]?.stringValue.flatMap { Instant(parsing: $0) }
    number = draft["number"]?.intValue.flatMap { $0 > 0 ? $0 : nil }
    said = draft["said"]?.stringValue ?? ""
  }

  private static func values<Key: Hashable, Value>(
    of json: JSON?,
    key: (String) -> Key,
    read: (String) -> Value?
  ) -> [Key: Value] {
    var values: [Key: Value] = [:]
    for entry in json?.objectValue ?? JSONObject() {
      if let value = entry.value.stringValue.flatMap(read) { values[key(entry.key)] = value }
    }
    return values
  }
}
