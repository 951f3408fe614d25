import RapportCore

/// Counting for the workbench: asked for where it is looked at, and again when things change.
extension App {
  /// Asks for what was counted anew, where it is looked at.
  mutating func count(now: Instant) -> [Effect] {
    guard view == .workbench else { return [] }
    return [.countSegments(generation: workbench.statistics.overview.begin(), at: now)]
  }
}
