/// A day as a count from 1970-01-01, with its calendar form.
///
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
struct CivilDay: Hashable {
  var daysSinceEpoch: Int

  init(_ daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

  init(secondsSinceEpoch: Int) {
    daysSinceEpoch = Int((Double(secondsSinceEpoch) / 86_400).rounded(.down))
  }

  /// The first of a month.
  ///
  /// Source: `days_from_civil` of the same paper.
  init(year: Int, month: Int) {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
  }

  var civil: (year: Int, month: Int, day: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 0 is Monday.
  var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 }

  /// Whole years from this day to a later one; a 29 February counts on 1 March.
  func years(until later: CivilDay) -> Int {
    let (from, to) = (civil, later.civil)
    let birthdayIsAhead = (to.month, to.day) < (from.month, from.day)
    return to.year - from.year - (birthdayIsAhead ? 1 : 0)
  }

  /// `2026-11-22`.
  func append(to bytes: inout [UInt8]) {
    let (year, month, day) = civil
    append(year, digits: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(month, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(day, digits: 2, to: &bytes)
  }

  /// `2026-11-22T14:03:11Z`.
  static func append(instant seconds: Int, to bytes: inout [UInt8]) {
    let day = CivilDay(secondsSinceEpoch: seconds)
    day.append(to: &bytes)
    let second = seconds - day.daysSinceEpoch * 86_400
    bytes.append(UInt8(ascii: "T"))
    day.append(second / 3_600, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    day.append(second / 60 % 60, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    day.append(second % 60, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
  }

  private func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
