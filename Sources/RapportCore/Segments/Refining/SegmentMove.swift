import JSONLogic

/// Puts segments in the place of others, wherever a definition refers to them.
struct SegmentMove {
  /// The keys under which definitions have rules.
  static let rules = ["rule", "eligibility", "condition"]

  /// By the id of each that goes who comes: any one of them is enough.
  private let targets: [String: [Segment.ID]]

  init(_ targets: [Segment.ID: [Segment.ID]]) {
    self.targets = Dictionary(targets.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
  }

  /// The definitions that refer to those who go, changed; those besides some.
  func edits(
    in definitions: Definitions,
    besides others: Set<String>
  ) -> [DefinitionChange.Edit] {
    definitions.referring.compactMap { reference, object in
      guard reference.kind != .segment || !others.contains(reference.id) else { return nil }
      let moved = moved(object, of: reference.kind)
      return moved == object
        ? nil : DefinitionChange.Edit(reference, before: object, after: moved)
    }
  }

  private func moved(_ object: JSON, of kind: DefinitionReference.Kind) -> JSON {
    var object = object
    for key in Self.rules {
      if let rule = object[key] { object[key] = moved(rule) }
    }
    guard kind == .script, let listed = object["segments"]?.arrayValue else { return object }
    var kept: [JSON] = []
    for item in listed {
      let now = item.stringValue.flatMap { targets[$0] }?.map { JSON.string($0.rawValue) } ?? [item]
      kept += now.filter { !kept.contains($0) }
    }
    object["segments"] = .array(kept)
    return object
  }

  private func moved(_ rule: JSON) -> JSON {
    Self.replacing(rule) { id in
      targets[id].map { comers in
        let asks = comers.map { JSON.object(["in_segment": [.string($0.rawValue)]]) }
        return asks.count == 1 ? asks[0] : ["or": .array(asks)]
      }
    }
  }

  /// A rule with what is asked of some segments replaced.
  static func replacing(_ rule: JSON, _ body: (String) -> JSON?) -> JSON {
    if let id = asked(in: rule) { return body(id) ?? rule }
    switch rule {
    case .array(let items): return .array(items.map { replacing($0, body) })
    case .object(let object):
      return .object(JSONObject(object.keys.map { ($0, replacing(object[$0] ?? .null, body)) }))
    case .null, .bool, .number, .string: return rule
    }
  }

  /// The ids of the segments that a rule asks for.
  static func asked(by rule: JSON) -> Set<String> {
    if let id = asked(in: rule) { return [id] }
    let parts = rule.arrayValue ?? rule.objectValue.map(\.values) ?? []
    return parts.reduce(into: []) { $0.formUnion(asked(by: $1)) }
  }

  private static func asked(in rule: JSON) -> String? {
    guard let object = rule.objectValue, object.keys == ["in_segment"],
      let operand = object["in_segment"]
    else { return nil }
    return operand.stringValue ?? operand[0]?.stringValue
  }
}
