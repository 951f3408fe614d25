/// Why segments cannot be merged, split, retired or put back: said before anything is written.
package struct SegmentRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// For programs: `same-segment`, `id-taken`, `empty-side` ...
  package let code: String
  package let description: String

  package init(_ code: String, _ description: String) {
    self.code = code
    self.description = description
  }
}

extension Definitions {
  func segment(_ id: Segment.ID) throws(SegmentRefusal) -> Segment {
    guard let segment = segments.first(where: { $0.id == id }) else {
      throw SegmentRefusal("no-segment", "there is no segment \"\(id)\"")
    }
    guard segment.broken == nil else {
      throw SegmentRefusal("broken", "the rule of \(segment.name) cannot be read: mend it first")
    }
    return segment
  }

  /// Refuses an id that is none, or that there is already.
  func requireNew(_ id: Segment.ID) throws(SegmentRefusal) {
    guard Slug.isWellFormed(id.rawValue) else {
      let right = Slug.made(from: id.rawValue)
      throw SegmentRefusal(
        "bad-id",
        "\"\(id)\" is no id: use small letters, digits and hyphens, such as \(right)"
      )
    }
    guard documents[DefinitionReference(.segment, id.rawValue)] == nil else {
      throw SegmentRefusal("id-taken", "there is a segment \"\(id)\" already: choose another id")
    }
  }

  /// Refuses a priority that is none, or that an active segment besides some has.
  func requireFree(
    _ priority: Int,
    besides others: Set<Segment.ID>
  ) throws(SegmentRefusal) {
    guard (1...Segment.lastPriority).contains(priority) else {
      throw SegmentRefusal(
        "bad-priority",
        "\(priority) is no priority: 1 is the strongest, \(Segment.lastPriority) the last"
      )
    }
    let taken = segments.first {
      $0.priority == priority && $0.status == .active && !others.contains($0.id)
    }
    guard let taken, priority != Segment.lastPriority else { return }
    throw SegmentRefusal(
      "priority-taken",
      "priority \(priority) is that of \(taken.name): "
        + "\(freePriority(after: priority, besides: others)) is free"
    )
  }

  /// Weaker than every other that has one, so that a new segment takes nothing from one that is there.
  package var weakestPriority: Int {
    let last = segments.map(\.priority).filter { $0 != Segment.lastPriority }.max() ?? 0
    return min(last / 10 * 10 + 10, Segment.lastPriority)
  }

  /// The first priority behind another one that no segment besides some has.
  func freePriority(after priority: Int, besides others: Set<Segment.ID> = []) -> Int {
    let taken = Set(segments.filter { !others.contains($0.id) }.map(\.priority))
    var free = priority + 1
    while taken.contains(free) { free += 1 }
    return min(free, Segment.lastPriority)
  }
}
