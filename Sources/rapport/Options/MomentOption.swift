import ArgumentParser
import RapportCore

/// A moment for the commands that look at opening hours.
struct MomentOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "At this moment instead of now: 2026-12-25T09:30:00Z, or 2026-12-25T09:30 or 09:30 on the "
        + "store's clock.",
      valueName: "time"
    )
  )
  var at: String?

  /// The moment that is asked for, else `now`.
  func moment(now: Instant, in zone: Zone) throws(CommandFailure) -> Instant {
    guard let at else { return now }
    if let instant = Instant(parsing: at) { return instant }
    let parts = at.split(whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
    let date = parts.count == 2 ? CalendarDate(parsing: parts[0]) : zone.date(now)
    if parts.count <= 2, let date, let clock = parts.last, let minute = Self.minute(clock) {
      return zone.instant(LocalDateTime(date: date, secondOfDay: minute * 60))
    }
    throw CommandFailure(
      code: "at",
      message: "\"\(at)\" is no moment; write 2026-12-25T09:30:00Z, 2026-12-25T09:30 or 09:30"
    )
  }

  /// Minutes after midnight of `9:30`.
  private static func minute(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
