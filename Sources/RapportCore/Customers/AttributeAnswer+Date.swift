extension AttributeAnswer {
  /// Reads `2026-10-02`, `2.10.2026`, `10/2/2026`, `2 Oct 2026`, `today`, `yesterday`, `3 weeks ago`.
  ///
  /// With slashes the month comes first in American English only (`en-US`, or `en` alone where the
  /// day would otherwise not exist); two digits of a year are the latest such year that is not in
  /// the future.
  static func date(_ text: String, _ wording: Wording) -> CalendarDate? {
    let words = text.lowercased()
    if let date = wording.day(text.uppercased()) { return date }
    switch words {
    case "today", "heute": return wording.today
    case "yesterday", "gestern": return wording.today.adding(days: -1)
    case "tomorrow", "morgen": return wording.today.adding(days: 1)
    default: break
    }
    return ago(words, wording.today) ?? numbers(text, wording) ?? named(words, wording)
  }

  /// `3 weeks ago`, `vor 3 Wochen`.
  private static func ago(_ words: String, _ today: CalendarDate) -> CalendarDate? {
    var parts = words.split(separator: " ")
    if parts.last == "ago" {
      parts.removeLast()
    } else if parts.first == "vor" {
      parts.removeFirst()
    } else {
      return nil
    }
    guard parts.count == 2, let count = ["a", "an", "one"].contains(parts[0]) ? 1 : Int(parts[0]),
      (0...40_000).contains(count)
    else { return nil }
    let unit = parts[1]
    if unit.hasPrefix("day") || unit.hasPrefix("tag") { return today.adding(days: -count) }
    if unit.hasPrefix("week") || unit.hasPrefix("woche") { return today.adding(days: -7 * count) }
    if unit.hasPrefix("month") || unit.hasPrefix("monat") {
      return back(months: count, from: today)
    }
    if unit.hasPrefix("year") || unit.hasPrefix("jahr") {
      return back(months: 12 * count, from: today)
    }
    return nil
  }

  /// The same day of an earlier month, or that month's last day.
  private static func back(months: Int, from today: CalendarDate) -> CalendarDate? {
    let (year, month, day) = today.components
    let total = year * 12 + month - 1 - months
    guard total >= 0 else { return nil }
    for day in stride(from: day, to: 27, by: -1) {
      if let date = CalendarDate(year: total / 12, month: total % 12 + 1, day: day) { return date }
    }
    return CalendarDate(year: total / 12, month: total % 12 + 1, day: min(day, 28))
  }

  private static func numbers(_ text: String, _ wording: Wording) -> CalendarDate? {
    guard let separator = text.first(where: { "./-".contains($0) }) else { return nil }
    let parts = text.split(separator: separator).compactMap { Int($0) }
    guard parts.count == 3, text.split(separator: separator).count == 3 else { return nil }
    if parts[0] > 99 { return CalendarDate(year: parts[0], month: parts[1], day: parts[2]) }
    let year = fullYear(parts[2], wording.today)
    let dayFirst = CalendarDate(year: year, month: parts[1], day: parts[0])
    let monthFirst = CalendarDate(year: year, month: parts[0], day: parts[1])
    guard separator == "/" else { return dayFirst }
    let language = wording.languages.first ?? "en"
    if language == "en-US" { return monthFirst ?? dayFirst }
    return dayFirst ?? (language == "en" ? monthFirst : nil)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let germanMonths = [
    "jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
  ]

  /// `2 October 2026`, `October 2, 2026`, `2. Oktober 2026`.
  private static func named(_ words: String, _ wording: Wording) -> CalendarDate? {
    let parts = words.split { $0 == " " || $0 == "," || $0 == "." }
    guard parts.count == 3 || parts.count == 2 else { return nil }
    var month: Int?
    var numbers: [Int] = []
    for part in parts {
      if let number = Int(part.prefix { $0.isNumber }) {
        numbers.append(number)
      } else if part.count >= 3 {
        let start = String(part.prefix(3))
        month = (months.firstIndex(of: start) ?? germanMonths.firstIndex(of: start)).map { $0 + 1 }
      }
    }
    guard let month, let day = numbers.first, numbers.count == parts.count - 1 else { return nil }
    if numbers.count == 2 {
      return CalendarDate(year: fullYear(numbers[1], wording.today), month: month, day: day)
    }
    let year = wording.today.year
    let thisYear = CalendarDate(year: year, month: month, day: day)
    guard let thisYear, thisYear > wording.today else { return thisYear }
    return CalendarDate(year: year - 1, month: month, day: day)
  }

  private static func fullYear(_ year: Int, _ today: CalendarDate) -> Int {
    guard year < 100 else { return year }
    let century = today.year / 100 * 100
    return century + year <= today.year ? century + year : century - 100 + year
  }
}
