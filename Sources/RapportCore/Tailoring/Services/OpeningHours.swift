/// When a service answers: frames a weekday in its own time zone.
package struct OpeningHours: Sendable, Hashable {
  package enum Weekday: String, Sendable, CaseIterable { case mon, tue, wed, thu, fri, sat, sun }

  /// Minutes after local midnight; an end at or before its start is on the next day.
  package struct Frame: Sendable, Hashable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  package var timeZone: String
  package var weekly: [Weekday: [Frame]]
  package var closed: Set<CalendarDate>

  package init(timeZone: String, weekly: [Weekday: [Frame]], closed: Set<CalendarDate> = []) {
    self.timeZone = timeZone
    self.weekly = weekly
    self.closed = closed
  }
}
