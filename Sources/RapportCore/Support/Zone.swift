/// A time zone: what the clocks of a place show at an instant, and the instant of what they show.
///
/// Made by `TimeZones`. The offsets of 2010 to 2040 are a table, searched in nanoseconds and without
/// a lock; outside of it the table's maker is asked.
package struct Zone: Sendable, Identifiable, Hashable {
  /// Of the IANA time zone database, as it was asked for: `Europe/Berlin`.
  package let id: String
  /// Seconds since the epoch from which `offsets` hold, ascending; the first one starts the table.
  private let starts: [Int64]
  private let offsets: [Int32]
  private let end: Int64
  /// Seconds east of UTC at seconds since the epoch, for any instant; slower.
  private let exact: @Sendable (Int64) -> Int

  init(
    id: String,
    starts: [Int64],
    offsets: [Int32],
    end: Int64,
    exact: @escaping @Sendable (Int64) -> Int
  ) {
    self.id = id
    self.starts = starts
    self.offsets = offsets
    self.end = end
    self.exact = exact
  }

  package static func == (left: Zone, right: Zone) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Seconds east of UTC.
  package func offset(at instant: Instant) -> Int {
    offset(atSecond: instant.flooredSeconds)
  }

  private func offset(atSecond second: Int64) -> Int {
    guard let first = starts.first, second >= first, second < end else { return exact(second) }
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= second { low = middle } else { high = middle }
    }
    return Int(offsets[low])
  }

  /// What the clocks show at `instant`.
  package func local(_ instant: Instant) -> LocalDateTime {
    let seconds = instant.flooredSeconds + Int64(offset(at: instant))
    let (days, milliseconds) = Instant(seconds: seconds).daysAndMilliseconds
    return LocalDateTime(
      date: CalendarDate(daysSinceEpoch: days),
      secondOfDay: milliseconds / 1000
    )
  }

  /// The calendar day at `instant`.
  package func date(_ instant: Instant) -> CalendarDate { local(instant).date }

  /// The instant at which the clocks show `local`, by the rules of RFC 5545 section 3.3.5.
  ///
  /// A time that clocks skip is read with the offset before the gap: 02:30 of a night that jumps
  /// from 02:00 to 03:00 is 03:30. A time that clocks show twice is the first of the two.
  package func instant(_ local: LocalDateTime) -> Instant {
    let seconds = Int64(local.date.daysSinceEpoch) * 86_400 + Int64(local.secondOfDay)
    let before = offset(atSecond: seconds - 86_400)
    let after = offset(atSecond: seconds + 86_400)
    for offset in [before, after] {
      let candidate = seconds - Int64(offset)
      if self.offset(atSecond: candidate) == offset { return Instant(seconds: candidate) }
    }
    return Instant(seconds: seconds - Int64(before))
  }

  /// The first instant of the day, which is not midnight where clocks skip midnight.
  package func start(of date: CalendarDate) -> Instant { instant(LocalDateTime(date: date)) }

  /// The last second of the day.
  package func end(of date: CalendarDate) -> Instant {
    start(of: date.adding(days: 1)).adding(seconds: -1)
  }

  /// RFC 3339 with this zone's offset: `2026-11-21T15:03:11+01:00`.
  package func text(_ instant: Instant) -> String {
    instant.text(offsetSeconds: offset(at: instant))
  }
}

extension Instant {
  /// Whole seconds since the epoch, rounded down.
  var flooredSeconds: Int64 {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
