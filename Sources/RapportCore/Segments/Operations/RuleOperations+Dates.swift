import JSONLogic

extension RuleOperations {
  /// The operations that know what day it is.
  ///
  /// `within_days [date, n]`: 0 <= today - date <= n, in calendar days; the future is out.
  /// `age_years [date]`: completed years; null before birth.
  static func dates(today: CalendarDate, zone: Zone) -> [Operation] {
    [
      Operation("within_days", arity: 2...2) { operands in
        guard operands.count == 2, let date = day(operands[0], zone),
          let limit = operands[1].doubleValue, !limit.isNaN
        else { return .null }
        let age = today.days(since: date)
        return .bool(age >= 0 && Double(age) <= limit)
      }.changing { operands in
        guard let limit = operands.first?.doubleValue else { return [] }
        // No day of the calendar is longer ago than four million days.
        let oldest = today.adding(days: -Int(max(-4e6, min(4e6, limit)).rounded(.down)))
        return [oldest, today].map { .string($0.description) }
      },
      Operation("age_years", arity: 1...1) { operands in
        guard let birth = operands.first.flatMap({ day($0, zone) }), birth <= today else {
          return .null
        }
        return JSON(today.years(since: birth))
      }.changing { _ in
        // Texts, so that the 29 February of a common year stands between its neighbours.
        let day = today.description.suffix(6)
        return (0...max(0, today.year)).map { .string(DateDigits.padded($0, to: 4) + day) }
      },
    ]
  }

  /// The day that a date or a date-time names on the calendar of `zone`.
  static func day(_ value: JSON, _ zone: Zone) -> CalendarDate? {
    guard let text = value.stringValue else { return nil }
    return CalendarDate(parsing: text) ?? Instant(parsing: text).map { zone.date($0) }
  }
}
