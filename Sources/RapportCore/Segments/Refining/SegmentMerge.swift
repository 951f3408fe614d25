package import JSONLogic

/// Two segments put together into one; the other is retired, and what refers to it goes along.
package struct SegmentMerge: Sendable {
  package enum Joining: String, Sendable, CaseIterable { case any, all }
  package enum Side: String, Sendable, CaseIterable { case first, second }

  package let first, second: Segment
  /// The first one's id, or a new one: then both are retired.
  package let target: Segment.ID
  package var joining: Joining
  /// For fields that the two say differently; without one the first that says something counts.
  package var choices: [String: Side] = [:]
  /// What it is called; nil for the name that is chosen.
  package var name: String?
  /// Of customers whom one of the two names by hand, in which of them they are; who cannot be read, and
  /// accounts, are not here.
  var places: [Customer.ID: Set<Side>] = [:]
  /// What was decided until a day before does not count any more; nil where the day is not known.
  var today: CalendarDate?
  let definitions: Definitions

  package init(
    _ first: Segment.ID,
    _ second: Segment.ID,
    into target: Segment.ID? = nil,
    joining: Joining = .any,
    in definitions: Definitions
  ) throws(SegmentRefusal) {
    guard first != second else {
      throw SegmentRefusal(
        "same-segment",
        "\"\(first)\" cannot be merged with itself: name two segments"
      )
    }
    self.first = try definitions.segment(first)
    self.second = try definitions.segment(second)
    for segment in [self.first, self.second] where segment.status == .retired {
      throw SegmentRefusal(
        "retired",
        "\(segment.name) is retired: `rapport segment reactivate \(segment.id)` brings it back"
      )
    }
    if let target, target != first {
      guard target != second else {
        throw SegmentRefusal(
          "id-taken",
          "to keep \"\(second)\", name it first: `rapport segment merge \(second) \(first)`"
        )
      }
      try definitions.requireNew(target)
    }
    self.target = target ?? first
    self.joining = joining
    self.definitions = definitions
    let graph = SegmentGraph(definitions.segments)
    for id in [first, second] where graph.cycles[id] != nil {
      throw SegmentRefusal("circle", "the rule of \"\(id)\" asks for itself: mend it first")
    }
  }

  package var isNew: Bool { target != first.id }

  /// Those that are retired.
  package var retired: [Segment] { isNew ? [first, second] : [second] }

  // MARK: the rule

  /// The rule of both, made shorter, and what was left out of it; nil where neither has one.
  package var rule: RuleSimplifier? {
    guard let joined = unsimplified else { return nil }
    return (try? Rule(joined, operations: RuleOperations.names)).map { RuleSimplifier($0) }
  }

  /// What one asks of the other stands in it as the other's rule, since that one is no more.
  package var unsimplified: JSON? {
    let own = inlined(first, second)
    let their = inlined(second, first)
    guard let own, let their else {
      // Without a rule nobody is in, so nobody is in both.
      return joining == .all && (own != nil || their != nil) ? false : own ?? their
    }
    return [joining == .any ? "or" : "and": [own, their]]
  }

  private func inlined(_ segment: Segment, _ other: Segment) -> JSON? {
    segment.rule.map { rule in
      SegmentMove.replacing(rule.json) { id -> JSON? in
        // A bare nil beside JSON would be null, and null what every other segment becomes.
        guard id == other.id.rawValue else { return .none }
        return other.rule?.json ?? false
      }
    }
  }

  // MARK: the change

  /// The segment that comes out of it.
  package var object: JSON {
    let (own, their) = (document(first), document(second))
    var object = isNew ? JSON.object([:]) : own
    let known = JSONObject((own.objectValue?.keys ?? []).map { ($0, JSON.null) })
    let keys = known.keys + (their.objectValue?.keys ?? []).filter { known[$0] == nil }
    for key in keys where !["id", "revision", "rule"].contains(key) {
      object[key] = merged(key, own[key], their[key])
    }
    object["id"] = .string(target.rawValue)
    object["rule"] = rule?.json
    if let name { object["name"] = .string(name) }
    return object
  }

  package func change(
    _ id: DefinitionChange.ID,
    at moment: Instant,
    by agent: Agent.ID,
    reason: String
  ) -> DefinitionChange {
    let reference = DefinitionReference(.segment, target.rawValue)
    var edits = [
      DefinitionChange.Edit(
        reference,
        before: definitions.documents[reference],
        after: object
      )
    ]
    edits += retired.map { SegmentRetirement.edit(document($0), $0.id, to: .retired) }
    // The rule comes of both whole.
    for index in edits.indices { edits[index].isMadeOfAll = true }
    edits += moved
    return DefinitionChange(id: id, at: moment, by: agent, reason: reason, edits: edits)
  }

  /// What refers to those that are retired, and will refer to what comes out of it.
  package var moved: [DefinitionChange.Edit] {
    let targets = Dictionary(retired.map { ($0.id, [target]) }) { first, _ in first }
    let own = Set([target, first.id, second.id].map(\.rawValue))
    return SegmentMove(targets).edits(in: definitions, besides: own)
  }

  func document(_ segment: Segment) -> JSON {
    definitions.documents[DefinitionReference(.segment, segment.id.rawValue)] ?? .object([:])
  }
}
