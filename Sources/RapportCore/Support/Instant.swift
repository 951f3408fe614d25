/// A moment in time, in milliseconds since 1970-01-01T00:00:00Z.
///
/// RFC 3339 in and out, always in UTC; wall-clock times need a `TimeZones` look-up.
package struct Instant: Hashable, Comparable, Sendable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  package init(seconds: Int64) { milliseconds = seconds * 1000 }

  package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  /// Whole seconds from `earlier` to this instant; negative where this one is earlier.
  package func seconds(since earlier: Instant) -> Int64 {
    (milliseconds - earlier.milliseconds) / 1000
  }

  package func adding(seconds: Int64) -> Instant {
    Instant(milliseconds: milliseconds + seconds * 1000)
  }
}
