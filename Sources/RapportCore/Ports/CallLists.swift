/// Draws members of a segment to call.
package protocol CallLists: Sendable {
  /// - Parameters:
  ///   - segment: whose members.
  ///   - count: at most so many.
  ///   - seed: the same one draws the same members as long as nobody joins or leaves.
  ///   - definitions: as they are.
  ///   - moment: now.
  /// - Returns: whom to call, and what to ask them.
  /// - Throws: what keeps customers or journals from being read.
  func callList(
    of segment: Segment,
    count: Int,
    seed: UInt64,
    _ definitions: Definitions,
    at moment: Instant
  ) async throws -> CallList
}

extension CallList {
  /// The seed of a day, on which everybody draws the same members.
  package static func seed(of moment: Instant, _ settings: StoreSettings) -> UInt64 {
    let zone = TimeZones.zone(settings.timeZone) ?? TimeZones.utc
    return UInt64(clamping: zone.date(moment).daysSinceEpoch)
  }
}
