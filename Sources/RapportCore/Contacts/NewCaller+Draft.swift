package import JSONLogic

extension NewCaller {
  /// The caller as it is kept in `drafts/AGENT/ULID.json`; what is empty is left out.
  package var draft: JSONObject {
    var draft: JSONObject = [
      "kind": "caller", "id": .string(id.rawValue), "agent": .string(agent.rawValue),
      "openedAt": .string(openedAt.description),
    ]
    for (key, text) in [("name", name), ("phone", phone), ("email", email)] where !text.isEmpty {
      draft[key] = .string(text)
    }
    if !answers.isEmpty {
      draft["answers"] = .object(
        JSONObject(answers.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) })
      )
    }
    if !skipped.isEmpty { draft["skipped"] = .array(skipped.sorted().map { .string($0) }) }
    return draft
  }

  /// Reads a draft; nil where it is no new caller or lacks what one cannot be without.
  package init?(draft: JSON) {
    guard draft["kind"]?.stringValue == "caller",
      let id = draft["id"]?.stringValue,
      let agent = draft["agent"]?.stringValue,
      let openedAt = draft["openedAt"]?.stringValue.flatMap({ Instant(parsing: $0) })
    else { return nil }
    self.init(id: ID(id), agent: Agent.ID(agent), openedAt: openedAt)
    name = draft["name"]?.stringValue ?? ""
    phone = draft["phone"]?.stringValue ?? ""
    email = draft["email"]?.stringValue ?? ""
    for entry in draft["answers"]?.objectValue ?? JSONObject() { answers[entry.key] = entry.value }
    skipped = Set((draft["skipped"]?.arrayValue ?? []).compactMap(\.stringValue))
  }
}
