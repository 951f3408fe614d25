/// What a calendar and a clock on the wall show, without saying where the wall is.
package struct LocalDateTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var date: CalendarDate
  /// 0 to 86,399; larger values name a time of a later day (26:00 is 02:00 of the next).
  package var secondOfDay: Int

  package init(date: CalendarDate, secondOfDay: Int = 0) {
    self.date = date
    self.secondOfDay = secondOfDay
  }

  package init(date: CalendarDate, hour: Int, minute: Int = 0) {
    self.init(date: date, secondOfDay: (hour * 60 + minute) * 60)
  }

  package var hour: Int { secondOfDay / 3600 }
  package var minute: Int { secondOfDay / 60 % 60 }
  package var minuteOfDay: Int { secondOfDay / 60 }

  /// `15:04`.
  package var clock: String { "\(DateDigits.padded(hour)):\(DateDigits.padded(minute))" }

  /// `2026-11-21 15:04`.
  package var description: String { "\(date) \(clock)" }

  package static func < (left: Self, right: Self) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}
