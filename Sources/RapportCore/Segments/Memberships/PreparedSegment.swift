import JSONLogic

/// What reading a segment takes of its definition.
final class PreparedSegment: Sendable {
  let id: Segment.ID
  let name: String
  let revision: Int
  let status: Segment.Status
  let manual: [Segment.Manual]
  /// Why its rule cannot be used.
  let problem: String?
  let rule: Rule?
  /// The rule taken apart, where it can be.
  let parts: PreparedRule?
  let asksForSegments: Bool

  /// `cycle` is the way from the segment back to itself, where there is one.
  init(_ segment: Segment, cycle: [Segment.ID]?, parts: PreparedRule?) {
    id = segment.id
    name = segment.name
    revision = segment.revision
    status = segment.status
    manual = segment.manual
    rule = segment.rule
    self.parts = parts
    asksForSegments = segment.rule?.asksForSegments ?? false
    problem =
      cycle.map { "its rule asks for itself: \($0.map(\.rawValue).joined(separator: ", "))" }
      ?? segment.broken.map { "its rule cannot be used: \($0.message)" }
  }
}
