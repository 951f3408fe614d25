package import JSONLogic

/// A segment divided in two by an attribute; the old one is retired or kept.
package struct SegmentSplit: Sendable {
  package struct Part: Sendable {
    package var id: Segment.ID
    package var name: String
    package var priority: Int
    /// What sets its members apart from those of the other part.
    package var condition: JSON
    package var rule: JSON
  }

  package let segment: Segment
  package let cut: SegmentCut
  package let keepsOld: Bool
  package private(set) var parts: [Part] = []
  /// Of customers whom the segment names by hand or as must-belong, the part that they go to; who
  /// is in neither, or not known, is not here.
  package var places: [Customer.ID: Int] = [:]
  let definitions: Definitions

  package init(
    _ id: Segment.ID,
    at cut: SegmentCut,
    keepsOld: Bool = false,
    in definitions: Definitions,
    words: ConditionWords
  ) throws(SegmentRefusal) {
    segment = try definitions.segment(id)
    self.cut = cut
    self.keepsOld = keepsOld
    self.definitions = definitions
    guard segment.status != .retired else {
      throw SegmentRefusal("retired", "\(segment.name) is retired: bring it back first")
    }
    guard let rule = segment.rule else {
      throw SegmentRefusal(
        "no-rule",
        "\(segment.name) has no rule that could be divided: its members are there by hand"
      )
    }
    var last = segment.priority
    for (side, suffix) in zip(cut.sides, cut.suffixes) {
      guard let both = try? Rule(["and": [rule.json, side]], operations: RuleOperations.names),
        let alone = try? Rule(side, operations: RuleOperations.names)
      else { throw SegmentRefusal("bad-value", "\(cut.value.compact()) is nothing to cut at") }
      let isFirst = parts.isEmpty && !keepsOld
      let priority = isFirst ? last : definitions.freePriority(after: last, besides: [])
      last = priority
      parts.append(
        Part(
          id: Segment.ID(String("\(id)-\(suffix)".prefix(100))),
          name: "\(segment.name), \(words.sentence(alone))",
          priority: priority,
          condition: side,
          rule: RuleSimplifier(both).json
        )
      )
    }
  }

  /// Gives the parts other ids, names and priorities; nothing stays as it was derived.
  package mutating func rename(ids: [String] = [], names: [String] = [], priorities: [Int] = []) {
    for position in parts.indices {
      if ids.indices.contains(position) { parts[position].id = Segment.ID(ids[position]) }
      if names.indices.contains(position) { parts[position].name = names[position] }
      if priorities.indices.contains(position) { parts[position].priority = priorities[position] }
    }
  }

  /// What keeps the parts from being made, besides a side without customers.
  package func check() throws(SegmentRefusal) {
    for part in parts {
      try definitions.requireNew(part.id)
      let gone: Set<Segment.ID> = keepsOld ? [] : [segment.id]
      try definitions.requireFree(part.priority, besides: gone)
      if part.name.nonBlank == nil {
        throw SegmentRefusal("no-name", "the segment \"\(part.id)\" needs a name")
      }
    }
    if parts[0].id == parts[1].id {
      throw SegmentRefusal("id-taken", "both parts have the id \"\(parts[0].id)\"")
    }
    if parts[0].priority == parts[1].priority {
      throw SegmentRefusal(
        "priority-taken",
        "both parts have priority \(parts[0].priority): who is in both gets one tone only"
      )
    }
  }

  package func change(
    _ id: DefinitionChange.ID,
    at moment: Instant,
    by agent: Agent.ID,
    reason: String
  ) -> DefinitionChange {
    var edits = parts.indices.map { position in
      let reference = DefinitionReference(.segment, parts[position].id.rawValue)
      return DefinitionChange.Edit(reference, before: nil, after: object(position))
    }
    // Of one that is kept nothing changes, but the parts are made of it.
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    var old =
      keepsOld
      ? DefinitionChange.Edit(reference, before: document, after: document)
      : SegmentRetirement.edit(document, segment.id, to: .retired)
    old.isMadeOfAll = true
    edits.append(old)
    edits += moved
    return DefinitionChange(id: id, at: moment, by: agent, reason: reason, edits: edits)
  }

  /// What refers to the segment, and will refer to both parts; nothing where it is kept.
  package var moved: [DefinitionChange.Edit] {
    guard !keepsOld else { return [] }
    return SegmentMove([segment.id: parts.map(\.id)])
      .edits(in: definitions, besides: [segment.id.rawValue])
  }

  private var document: JSON {
    definitions.documents[DefinitionReference(.segment, segment.id.rawValue)] ?? .object([:])
  }

  /// The customers that the segment names: by hand, or as must and must not belong.
  package var named: [Customer.ID] {
    let all = segment.manual.map(\.customer) + segment.goldenMembers
    var seen: Set<Customer.ID> = []
    return all.filter { seen.insert($0).inserted }
  }

  private func object(_ position: Int) -> JSON {
    let part = parts[position]
    var object = document
    object["id"] = .string(part.id.rawValue)
    object["name"] = .string(part.name)
    object["priority"] = JSON(part.priority)
    object["rule"] = part.rule
    object["revision"] = nil
    let others = Set(places.filter { $0.value != position }.keys.map(\.rawValue))
    if let manual = object["manual"]?.arrayValue {
      let kept = manual.filter { entry in
        guard entry["member"]?.boolValue != false else { return true }
        return entry["customer"]?.stringValue.map { !others.contains($0) } ?? true
      }
      object["manual"] = kept.isEmpty ? nil : .array(kept)
    }
    if var golden = object["golden"] {
      // Whose place is not known may be pinned to neither: the save would be broken.
      let own = Set(places.filter { $0.value == position }.keys.map(\.rawValue))
      let kept = (golden["members"]?.arrayValue ?? []).filter { id in
        id.stringValue.map(own.contains) ?? false
      }
      golden["members"] = kept.isEmpty ? nil : .array(kept)
      let isEmpty = golden.objectValue?.keys.isEmpty == true
      object["golden"] = isEmpty ? JSON?.none : golden
    }
    return object
  }
}
