/// Opening hours made ready to be asked: their zone looked up, their frames by weekday.
///
/// A frame belongs to the day it starts on. A closed date has no frames, and one that runs over from the
/// day before ends at its midnight. Frames are wall-clock times: one that starts in an hour which clocks
/// skip starts when they skip it, and a time which clocks show twice is the first of the two.
package struct OpeningSchedule: Sendable, Hashable {
  /// How far ahead the next opening is looked for.
  package static let horizonDays = 28

  package let zone: Zone
  /// Monday first; each day's by start.
  private let frames: [[OpeningHours.Frame]]
  private let closed: Set<CalendarDate>

  /// Nil where there is no such time zone.
  package init?(_ hours: OpeningHours) {
    guard let zone = TimeZones.zone(hours.timeZone) else { return nil }
    self.zone = zone
    closed = hours.closed
    frames = OpeningHours.Weekday.allCases.map { day in
      (hours.weekly[day] ?? []).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }
  }

  /// Whether it is open, and until when or when next.
  ///
  /// Frames that touch or overlap are one; open for four weeks on end is `always`.
  package func availability(at now: Instant) -> ServiceOffer.Availability {
    let today = zone.date(now)
    var until: Instant?
    for date in [today.adding(days: -1), today] {
      for span in spans(on: date) where span.start <= now && now < span.end {
        until = max(until ?? span.end, span.end)
      }
    }
    guard let until else { return .closed(opens: nextOpening(after: now, from: today)) }
    return extended(until, now: now, from: today)
  }

  private func extended(
    _ end: Instant,
    now: Instant,
    from today: CalendarDate
  ) -> ServiceOffer.Availability {
    var until = end
    for ahead in 0...Self.horizonDays {
      let date = today.adding(days: ahead)
      if ahead > 0, zone.start(of: date) > until { return .open(until: until) }
      for span in spans(on: date) where span.start <= until { until = max(until, span.end) }
    }
    let horizon = now.adding(seconds: Int64(Self.horizonDays) * 86_400)
    return until >= horizon ? .always : .open(until: until)
  }

  private func nextOpening(after now: Instant, from today: CalendarDate) -> Instant? {
    let horizon = now.adding(seconds: Int64(Self.horizonDays) * 86_400)
    for ahead in 0...Self.horizonDays {
      let starts = spans(on: today.adding(days: ahead)).lazy.map(\.start).filter { $0 > now }
      if let first = starts.min() { return first <= horizon ? first : nil }
    }
    return nil
  }

  /// The half-open spans of time of the frames that start on `date`.
  private func spans(on date: CalendarDate) -> [(start: Instant, end: Instant)] {
    let frames = frames[date.weekday - 1]
    guard !frames.isEmpty, !closed.contains(date) else { return [] }
    return frames.compactMap { frame in
      var end = frame.end > frame.start ? frame.end : frame.end + 1440
      if end > 1440, closed.contains(date.adding(days: 1)) { end = 1440 }
      let from = zone.firstInstant(atOrAfter: clock(date, frame.start))
      let to = zone.firstInstant(atOrAfter: clock(date, end))
      return from < to ? (from, to) : nil
    }
  }

  private func clock(_ date: CalendarDate, _ minute: Int) -> LocalDateTime {
    LocalDateTime(date: date.adding(days: minute / 1440), secondOfDay: minute % 1440 * 60)
  }
}

extension Zone {
  /// The first instant at which clocks show `local`, or have skipped it.
  func firstInstant(atOrAfter local: LocalDateTime) -> Instant {
    let instant = instant(local)
    guard self.local(instant) != local else { return instant }
    // Skipped: `instant` is as long after the change as `local` is after the skipped hour's start.
    var (before, after) = (instant.adding(seconds: -2 * 86_400), instant)
    while after.seconds(since: before) > 1 {
      let middle = before.adding(seconds: after.seconds(since: before) / 2)
      if self.local(middle) < local { before = middle } else { after = middle }
    }
    return after
  }
}
