import JSONLogic

/// A segment that is taken out of use, or brought back: what refers to it, and what its members lose.
package struct SegmentRetirement: Sendable {
  package let segment: Segment
  /// What the segment becomes.
  package let status: Segment.Status
  package let uses: [SegmentUse]
  private let definitions: Definitions

  package init(
    _ id: Segment.ID,
    to status: Segment.Status = .retired,
    in definitions: Definitions
  ) throws(SegmentRefusal) {
    guard let segment = definitions.segments.first(where: { $0.id == id }) else {
      throw SegmentRefusal("no-segment", "there is no segment \"\(id)\"")
    }
    guard segment.status != status else {
      throw SegmentRefusal(
        "nothing-to-do",
        "\(segment.name) is \(status.rawValue) already"
      )
    }
    if status == .active { try definitions.requireFree(segment.priority, besides: [id]) }
    self.init(of: segment, to: status, in: definitions)
  }

  /// Whatever keeps it from being made; for telling what it does besides other changes.
  package init(of segment: Segment, to status: Segment.Status, in definitions: Definitions) {
    self.segment = segment
    self.status = status
    self.definitions = definitions
    uses = definitions.uses(of: segment.id)
  }

  package var tone: Tone? { definitions.tones.first { $0.id == segment.tone } }

  /// The offers that members have by this segment, and of these those that they have by no other.
  package var services: (all: [Service], onlyHere: [Service]) {
    let all = definitions.services.filter { segment.services.contains($0.id) }
    let others = definitions.segments.filter { $0.status == .active && $0.id != segment.id }
    let shared = Set(others.flatMap(\.services))
    return (all, all.filter { !shared.contains($0.id) })
  }

  package func change(
    _ id: DefinitionChange.ID,
    at moment: Instant,
    by agent: Agent.ID,
    reason: String
  ) -> DefinitionChange {
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    let object = definitions.documents[reference] ?? .object([:])
    return DefinitionChange(
      id: id,
      at: moment,
      by: agent,
      reason: reason,
      edits: [Self.edit(object, segment.id, to: status)]
    )
  }

  static func edit(
    _ object: JSON,
    _ id: Segment.ID,
    to status: Segment.Status
  ) -> DefinitionChange.Edit {
    var after = object
    after["status"] = .string(status.rawValue)
    return DefinitionChange.Edit(
      DefinitionReference(.segment, id.rawValue),
      before: object,
      after: after
    )
  }
}
