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
      },
      Operation("age_years", arity: 1...1) { operands in
        guard let birth = operands.first.flatMap({ day($0, zone) }), birth <= today else {
          return .null
        }
        return JSON(today.years(since: birth))
      },
    ]
  }

  /// The day that a date or a date-time names on the calendar of `zone`.
  static func day(_ value: JSON, _ zone: Zone) -> CalendarDate? {
    guard let text = value.stringValue else { return nil }
    return CalendarDate(parsing: text) ?? Instant(parsing: text).map { zone.date($0) }
  }
}
