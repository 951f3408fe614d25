package import JSONLogic

/// A merge, a split, a retirement or a way back that somebody looks at: what they chose and typed so far.
///
/// It is kept after every key until it is saved or thrown away, and survives a crash.
package struct RefiningDraft: Sendable, Identifiable, Hashable {
  package typealias ID = Identifier<RefiningDraft>

  package enum Work: Hashable, Sendable {
    /// The second goes into the first.
    case merge(
      Segment.ID,
      Segment.ID,
      joining: SegmentMerge.Joining,
      choices: [String: SegmentMerge.Side]
    )
    /// By the attribute at a path, at one of its values; `names` are those that were typed, by the part.
    case split(Segment.ID, by: String, at: JSON, keepsOld: Bool, names: [Int: String])
    case retire(Segment.ID, to: Segment.Status)
    /// Back to a version.
    case revert(DefinitionReference, version: SegmentVersion.ID)
    /// A change is taken back.
    case takeBack(DefinitionReference, change: DefinitionChange.ID)

    /// Whether it is about the same, whatever was chosen of it.
    package func isSame(as other: Work) -> Bool {
      switch (self, other) {
      case (.merge(let first, let second, _, _), .merge(let third, let fourth, _, _)):
        first == third && second == fourth
      case (.split(let first, let path, _, _, _), .split(let second, let other, _, _, _)):
        first == second && path == other
      case (.retire, .retire), (.revert, .revert), (.takeBack, .takeBack): self == other
      default: false
      }
    }
  }

  /// A ULID.
  package var id: ID
  package var agent: Agent.ID
  package var openedAt: Instant
  package var work: Work
  /// As far as it was typed.
  package var reason: String

  package init(id: ID, agent: Agent.ID, openedAt: Instant, work: Work, reason: String) {
    self.id = id
    self.agent = agent
    self.openedAt = openedAt
    self.work = work
    self.reason = reason
  }
}

extension RefiningDraft {
  /// The draft as it is kept in `drafts/AGENT/ULID.json`.
  package var draft: JSONObject {
    var draft: JSONObject = [
      "kind": "refining", "id": .string(id.rawValue), "agent": .string(agent.rawValue),
      "openedAt": .string(openedAt.description), "work": work.json,
    ]
    if !reason.isEmpty { draft["reason"] = .string(reason) }
    return draft
  }

  /// Reads a draft; nil where it is none of these or lacks what one cannot be without.
  package init?(draft: JSON) {
    guard draft["kind"]?.stringValue == "refining",
      let id = draft["id"]?.stringValue,
      let agent = draft["agent"]?.stringValue,
      let openedAt = draft["openedAt"]?.stringValue.flatMap({ Instant(parsing: $0) }),
      let work = draft["work"].flatMap({ Work($0) })
    else { return nil }
    self.init(
      id: ID(id),
      agent: Agent.ID(agent),
      openedAt: openedAt,
      work: work,
      reason: draft["reason"]?.stringValue ?? ""
    )
  }
}

extension RefiningDraft.Work {
  fileprivate var json: JSON {
    switch self {
    case .merge(let first, let second, let joining, let choices):
      let sides = choices.sorted { $0.key < $1.key }.map {
        ($0.key, JSON.string($0.value.rawValue))
      }
      return [
        "kind": "merge", "first": .string(first.rawValue), "second": .string(second.rawValue),
        "joining": .string(joining.rawValue), "choices": .object(JSONObject(sides)),
      ]
    case .split(let segment, let path, let value, let keepsOld, let names):
      let typed = names.sorted { $0.key < $1.key }.map { ("\($0.key)", JSON.string($0.value)) }
      return [
        "kind": "split", "segment": .string(segment.rawValue), "by": .string(path), "at": value,
        "keepsOld": .bool(keepsOld), "names": .object(JSONObject(typed)),
      ]
    case .retire(let segment, let status):
      return [
        "kind": "retire", "segment": .string(segment.rawValue), "to": .string(status.rawValue),
      ]
    case .revert(let reference, let version):
      return ["kind": "revert", "of": Self.json(reference), "version": .string(version)]
    case .takeBack(let reference, let change):
      return ["kind": "takeBack", "of": Self.json(reference), "change": .string(change.rawValue)]
    }
  }

  fileprivate init?(_ json: JSON) {
    func text(_ key: String) -> String? { json[key]?.stringValue }
    switch text("kind") {
    case "merge":
      guard let first = text("first"), let second = text("second") else { return nil }
      var choices: [String: SegmentMerge.Side] = [:]
      for (key, side) in json["choices"]?.objectValue ?? [:] {
        choices[key] = side.stringValue.flatMap(SegmentMerge.Side.init(rawValue:))
      }
      self = .merge(
        Segment.ID(first),
        Segment.ID(second),
        joining: text("joining").flatMap(SegmentMerge.Joining.init(rawValue:)) ?? .any,
        choices: choices
      )
    case "split":
      guard let segment = text("segment"), let path = text("by"), let value = json["at"] else {
        return nil
      }
      var names: [Int: String] = [:]
      for (part, name) in json["names"]?.objectValue ?? [:] {
        if let part = Int(part) { names[part] = name.stringValue }
      }
      self = .split(
        Segment.ID(segment),
        by: path,
        at: value,
        keepsOld: json["keepsOld"]?.boolValue ?? false,
        names: names
      )
    case "retire":
      guard let segment = text("segment"), let status = text("to").flatMap(Segment.Status.init)
      else { return nil }
      self = .retire(Segment.ID(segment), to: status)
    case "revert":
      guard let of = Self.reference(json["of"]), let version = text("version") else { return nil }
      self = .revert(of, version: version)
    case "takeBack":
      guard let of = Self.reference(json["of"]), let change = text("change") else { return nil }
      self = .takeBack(of, change: DefinitionChange.ID(change))
    default: return nil
    }
  }

  private static func json(_ reference: DefinitionReference) -> JSON {
    ["kind": .string(reference.kind.rawValue), "id": .string(reference.id)]
  }

  private static func reference(_ json: JSON?) -> DefinitionReference? {
    guard let id = json?["id"]?.stringValue,
      let kind = json?["kind"]?.stringValue.flatMap(DefinitionReference.Kind.init(rawValue:))
    else { return nil }
    return DefinitionReference(kind, id)
  }
}
