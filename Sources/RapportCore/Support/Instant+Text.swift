extension Instant: CustomStringConvertible {
  /// Reads RFC 3339 with any offset and nothing else: `2026-11-21T14:03:11.250+01:00`.
  ///
  /// Digits beyond the millisecond are dropped. A leap second, which only 23:59 in UTC may have, is
  /// the same instant as the second after it.
  package init?(parsing text: some StringProtocol) {
    var digits = DateDigits(text)
    guard let date = digits.date(), digits.take(anyOf: UInt8(ascii: "T"), UInt8(ascii: "t")) != nil,
      let hour = digits.number(2), hour < 24, digits.take(anyOf: UInt8(ascii: ":")) != nil,
      let minute = digits.number(2), minute < 60, digits.take(anyOf: UInt8(ascii: ":")) != nil,
      let second = digits.number(2), second <= 60,
      let fraction = Self.fraction(&digits), let offset = Self.offset(&digits), digits.isAtEnd
    else { return nil }
    let minutes = (date.daysSinceEpoch * 24 + hour) * 60 + minute - offset
    if second == 60 {
      let minuteOfDay = ((minutes % 1440) + 1440) % 1440
      guard minuteOfDay == 1439 else { return nil }
    }
    self.init(milliseconds: Int64((minutes * 60 + second) * 1000 + fraction))
  }

  /// Milliseconds; 0 where there is no fraction, nil where the point has no digit after it.
  private static func fraction(_ digits: inout DateDigits) -> Int? {
    guard digits.take(anyOf: UInt8(ascii: ".")) != nil else { return 0 }
    guard let first = digits.digit() else { return nil }
    let tens = digits.digit()
    let ones = tens == nil ? nil : digits.digit()
    if ones != nil { while digits.digit() != nil {} }
    return first * 100 + (tens ?? 0) * 10 + (ones ?? 0)
  }

  /// Minutes east of UTC.
  private static func offset(_ digits: inout DateDigits) -> Int? {
    if digits.take(anyOf: UInt8(ascii: "Z"), UInt8(ascii: "z")) != nil { return 0 }
    guard let sign = digits.take(anyOf: UInt8(ascii: "+"), UInt8(ascii: "-")),
      let hours = digits.number(2), hours < 24, digits.take(anyOf: UInt8(ascii: ":")) != nil,
      let minutes = digits.number(2), minutes < 60
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  /// RFC 3339 in UTC: `2026-11-21T14:03:11Z`; milliseconds only where there are any.
  package var description: String { text(offsetSeconds: 0) }

  /// RFC 3339 on a clock that is `offsetSeconds` east of UTC (whole minutes; the rest is dropped).
  package func text(offsetSeconds: Int) -> String {
    let offset = offsetSeconds / 60
    let local = Instant(milliseconds: milliseconds + Int64(offset) * 60_000)
    let (days, rest) = local.daysAndMilliseconds
    let (seconds, thousandths) = (rest / 1000, rest % 1000)
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { DateDigits.padded($0) }
    let fraction = thousandths == 0 ? "" : "." + DateDigits.padded(thousandths, to: 3)
    let zone =
      offset == 0
      ? "Z"
      : (offset < 0 ? "-" : "+") + DateDigits.padded(abs(offset) / 60) + ":"
        + DateDigits.padded(abs(offset) % 60)
    return "\(CalendarDate(daysSinceEpoch: days))T\(time.joined(separator: ":"))\(fraction)\(zone)"
  }

  /// Whole days since the epoch, rounded down, and the milliseconds of the day.
  var daysAndMilliseconds: (days: Int, milliseconds: Int) {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    return remainder < 0
      ? (Int(quotient) - 1, Int(remainder) + 86_400_000) : (Int(quotient), Int(remainder))
  }
}
