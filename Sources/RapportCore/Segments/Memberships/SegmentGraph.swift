package import JSONLogic

/// Which segments ask for which, by `in_segment`.
package struct SegmentGraph: Sendable {
  /// Every segment after those that it asks for; those on a cycle or behind one come last.
  package let order: [Segment.ID]
  /// Each segment that leads back to itself, with the way: `a, b, a`.
  package let cycles: [Segment.ID: [Segment.ID]]
  private let edges: [Segment.ID: [Segment.ID]]
  /// Those that can ask for any: they compute the id.
  private let curious: Set<Segment.ID>

  package init(_ segments: [Segment]) {
    var edges: [Segment.ID: [Segment.ID]] = [:]
    for segment in segments where edges[segment.id] == nil {
      edges[segment.id] = segment.rule.map { $0.segments.map(\.id) } ?? []
    }
    var finished: Set<Segment.ID> = []
    var order: [Segment.ID] = []
    var waiting = segments.map(\.id).filter { edges[$0] != nil }
    while true {
      let ready = waiting.filter { id in
        (edges[id] ?? []).allSatisfy { finished.contains($0) || edges[$0] == nil }
      }
      if ready.isEmpty { break }
      for id in ready where finished.insert(id).inserted { order.append(id) }
      waiting.removeAll { finished.contains($0) }
    }
    self.order = order + waiting
    var cycles: [Segment.ID: [Segment.ID]] = [:]
    for id in waiting { cycles[id] = Self.way(from: id, edges) }
    self.cycles = cycles
    self.edges = edges
    curious = Set(segments.filter { $0.rule?.asksForComputedSegments ?? false }.map(\.id))
  }

  /// The others whose answers follow from some segments', through however many, in the order.
  package func dependents(on ids: Set<Segment.ID>) -> [Segment.ID] {
    guard !ids.isEmpty else { return [] }
    var found = ids
    var grows = true
    while grows {
      grows = false
      for (id, asked) in edges where !found.contains(id) {
        guard curious.contains(id) || asked.contains(where: found.contains) else { continue }
        found.insert(id)
        grows = true
      }
    }
    return order.filter { found.contains($0) && !ids.contains($0) }
  }

  /// The shortest way from a segment back to itself, or nil.
  private static func way(from start: Segment.ID, _ edges: [Segment.ID: [Segment.ID]]) -> [Segment
    .ID]?
  {
    var ways = [[start]]
    var seen: Set<Segment.ID> = []
    while !ways.isEmpty {
      var longer: [[Segment.ID]] = []
      for way in ways {
        for next in way.last.flatMap({ edges[$0] }) ?? [] {
          if next == start { return way + [next] }
          if seen.insert(next).inserted { longer.append(way + [next]) }
        }
      }
      ways = longer
    }
    return nil
  }
}

extension Rule {
  /// Whether the rule asks for any segment, also by an id that it computes.
  package var asksForSegments: Bool {
    var found = false
    root.visit { if $0.kind == .custom("in_segment") { found = true } }
    return found
  }

  /// Whether the rule asks for a segment whose id does not stand in it.
  package var asksForComputedSegments: Bool {
    var found = false
    root.visit { node in
      guard node.kind == .custom("in_segment") else { return }
      if node.children.first?.literal?.stringValue == nil { found = true }
    }
    return found
  }

  /// The segments that the rule asks for with `in_segment`, and where.
  package var segments: [(id: Segment.ID, pointer: JSONPointer)] {
    var found: [(id: Segment.ID, pointer: JSONPointer)] = []
    root.visit { node in
      guard node.kind == .custom("in_segment"), let first = node.children.first,
        let id = first.literal?.stringValue
      else { return }
      found.append((Segment.ID(id), node.pointer))
    }
    return found
  }
}
