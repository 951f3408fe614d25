import RapportCore

/// Spans of time in the agent's words.
enum TimeWords {
  /// `just now`, `12 minutes ago`, `yesterday` and so on; by the calendar of `zone` from a day on.
  static func ago(_ then: Instant, now: Instant, zone: Zone) -> String {
    let seconds = now.seconds(since: then)
    let days = zone.date(now).days(since: zone.date(then))
    if seconds < 0 { return days < 0 ? "on \(zone.date(then))" : "today" }
    if seconds < 60 { return "just now" }
    if seconds < 3600 { return plural(Int(seconds / 60), "minute") + " ago" }
    switch days {
    case ...0: return plural(Int(seconds / 3600), "hour") + " ago"
    case 1: return "yesterday"
    case 2..<14: return "\(days) days ago"
    case 14..<61: return "\(days / 7) weeks ago"
    case 61..<730: return "\(days / 30) months ago"
    default: return "\(days / 365) years ago"
    }
  }

  /// `today`, `tomorrow`, `Monday`, else the date.
  static func day(_ date: CalendarDate, now: Instant, zone: Zone) -> String {
    switch date.days(since: zone.date(now)) {
    case 0: "today"
    case 1: "tomorrow"
    case 2..<7: OpeningWords.weekdays[date.weekday - 1]
    default: date.description
    }
  }

  /// `2:10`.
  static func clock(seconds: Int) -> String {
    let seconds = max(0, seconds)
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// `1 minute`, `3 minutes`.
  static func plural(_ count: Int, _ noun: String) -> String {
    "\(Count.text(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}
