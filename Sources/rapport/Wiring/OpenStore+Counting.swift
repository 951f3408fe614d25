import RapportCore
import RapportStore

/// Counting all customers for a command.
extension OpenStore {
  /// Asks who counts; shows on standard error how far that has come where it takes its time.
  func counting<Value: Sendable>(
    _ question: @escaping @Sendable (SegmentCounts, Instant) async throws -> Value
  ) throws -> Value {
    let progress = ProgressLine()
    defer { progress.end() }
    let counts = SegmentCounts(location, definitions, observer: progress.observer)
    let now = now
    return try blocking { try await question(counts, now) }
  }

  /// The segment with that id, or the only one with that name.
  func foundSegment(_ text: String) throws(CommandFailure) -> Segment {
    let id = try segment(text)
    guard let segment = definitions.segments.first(where: { $0.id == id }) else {
      throw CommandFailure(code: "no-segment", message: "no segment is called \"\(text)\"")
    }
    return segment
  }
}
