import JSONLogic

extension OpeningHours {
  /// Nil where there are none, or a part of them cannot be read: half of the hours would be a lie.
  init?(_ fields: Fields, _ key: String) {
    guard let hours = fields.nested(key) else { return nil }
    let zone = hours.required("timeZone", hours.text)
    let weekly = hours.required("weekly", hours.nested)
    var isWhole = true
    var frames: [Weekday: [Frame]] = [:]
    for weekday in Weekday.allCases {
      guard let weekly else { break }
      for (item, place) in weekly.items(weekday.rawValue) {
        if let frame = item.stringValue.flatMap({ Frame(parsing: $0) }) {
          frames[weekday, default: []].append(frame)
        } else {
          hours.wrongType(place, item, "a span such as \"08:00-12:00\"")
          isWhole = false
        }
      }
    }
    weekly?.finish()
    var closed: Set<CalendarDate> = []
    for (item, place) in hours.items("closed") {
      if let date = item.stringValue.flatMap({ CalendarDate(parsing: $0) }) {
        closed.insert(date)
      } else {
        hours.wrongType(place, item, "a date such as \"2026-12-25\"")
        isWhole = false
      }
    }
    hours.finish()
    guard let zone, weekly != nil, isWhole else { return nil }
    self.init(timeZone: zone, weekly: frames, closed: closed)
  }
}

extension OpeningHours.Frame {
  /// Reads `08:00-12:00`; an end of 24:00 is midnight.
  package init?(parsing text: String) {
    var digits = DateDigits(text)
    guard let start = Self.minute(&digits), start < 1440,
      digits.take(anyOf: UInt8(ascii: "-")) != nil,
      let end = Self.minute(&digits), digits.isAtEnd
    else { return nil }
    self.init(start: start, end: end)
  }

  private static func minute(_ digits: inout DateDigits) -> Int? {
    guard let hour = digits.number(2), digits.take(anyOf: UInt8(ascii: ":")) != nil,
      let minute = digits.number(2), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}
