package import JSONLogic

/// A definition that somebody is changing: how it was read, and how it is to be.
///
/// It is kept after every key until it is saved or thrown away, and survives a crash. Keys that the
/// program does not know stay in it.
package struct DefinitionDraft: Sendable, Identifiable {
  package typealias ID = Identifier<DefinitionDraft>

  /// A ULID.
  package var id: ID
  package var agent: Agent.ID
  package var openedAt: Instant
  package var reference: DefinitionReference
  /// As it was read; nil for a new one.
  package var base: JSON?
  package var object: JSON
  /// By key JSON that cannot be read yet; the object has the last that could.
  package var unfinished: [String: String] = [:]
  /// Why it is changed, as far as that was typed.
  package var reason = ""

  package init(
    id: ID,
    agent: Agent.ID,
    openedAt: Instant,
    reference: DefinitionReference,
    base: JSON?,
    object: JSON
  ) {
    self.id = id
    self.agent = agent
    self.openedAt = openedAt
    self.reference = reference
    self.base = base
    self.object = object
  }

  /// Whether there is something that would be lost.
  package var isChanged: Bool { object != base || !unfinished.isEmpty }
}

extension DefinitionDraft {
  /// The draft as it is kept in `drafts/AGENT/ULID.json`.
  package var draft: JSONObject {
    var draft: JSONObject = [
      "kind": "edit", "id": .string(id.rawValue), "agent": .string(agent.rawValue),
      "openedAt": .string(openedAt.description),
      "of": ["kind": .string(reference.kind.rawValue), "id": .string(reference.id)],
      "base": base ?? .null, "object": object,
    ]
    if !unfinished.isEmpty {
      let texts = unfinished.sorted { $0.key < $1.key }.map { ($0.key, JSON.string($0.value)) }
      draft["unfinished"] = .object(JSONObject(texts))
    }
    if !reason.isEmpty { draft["reason"] = .string(reason) }
    return draft
  }

  /// Reads a draft; nil where it is no edit or lacks what one cannot be without.
  package init?(draft: JSON) {
    guard draft["kind"]?.stringValue == "edit",
      let id = draft["id"]?.stringValue,
      let agent = draft["agent"]?.stringValue,
      let openedAt = draft["openedAt"]?.stringValue.flatMap({ Instant(parsing: $0) }),
      let kind = draft["of"]?["kind"]?.stringValue.flatMap(
        DefinitionReference.Kind.init(rawValue:)
      ),
      let name = draft["of"]?["id"]?.stringValue,
      let object = draft["object"], object.objectValue != nil
    else { return nil }
    let base = draft["base"].flatMap { base in base.isNull ? nil : Optional(base) }
    self.init(
      id: ID(id),
      agent: Agent.ID(agent),
      openedAt: openedAt,
      reference: DefinitionReference(kind, name),
      base: base,
      object: object
    )
    reason = draft["reason"]?.stringValue ?? ""
    for (key, text) in draft["unfinished"]?.objectValue ?? [:] {
      unfinished[key] = text.stringValue
    }
  }
}
