/// Reads the fixed-width numbers of dates and times, and writes them.
struct DateDigits {
  private var rest: Substring.UTF8View

  init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes one of `bytes` if it comes next.
  mutating func take(anyOf bytes: Unicode.UTF8.CodeUnit...) -> Unicode.UTF8.CodeUnit? {
    guard let next = rest.first, bytes.contains(next) else { return nil }
    rest.removeFirst()
    return next
  }

  /// Takes exactly `count` digits.
  mutating func number(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Takes one digit if one comes next.
  mutating func digit() -> Int? {
    guard let next = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) else {
      return nil
    }
    rest.removeFirst()
    return Int(next - UInt8(ascii: "0"))
  }

  /// Takes `2026-11-21`.
  mutating func date() -> CalendarDate? {
    guard let year = number(4), take(anyOf: UInt8(ascii: "-")) != nil, let month = number(2),
      take(anyOf: UInt8(ascii: "-")) != nil, let day = number(2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  static func padded(_ value: Int, to width: Int = 2) -> String {
    let digits = String(abs(value))
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (value < 0 ? "-" : "") + zeros + digits
  }
}
