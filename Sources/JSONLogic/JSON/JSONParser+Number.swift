extension JSONParser {
  /// More digits than any measurement has; a bound on the work one number can cause.
  private static let longestNumber = 4_096

  /// Powers of ten that a double holds exactly.
  private static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads a number.
  ///
  /// Up to fifteen digits and a small power of ten are computed in one exact operation (Clinger,
  /// "How to read floating point numbers accurately", 1990); anything else goes to the standard
  /// library's correctly rounded reader.
  mutating func number() throws(JSONSyntaxError) -> JSONNumber {
    let start = position
    let isNegative = skip(UInt8(ascii: "-"))
    var mantissa: UInt64 = 0
    let whole = digits(into: &mantissa)
    guard whole > 0 else {
      throw fault("a number without digits", "write a digit after the minus sign")
    }
    let first = bytes[position - whole]
    guard whole == 1 || first != UInt8(ascii: "0") else {
      throw fault("a number with leading zeros", "remove them, or write text", at: start)
    }
    var fraction = 0
    if skip(UInt8(ascii: ".")) {
      fraction = digits(into: &mantissa)
      guard fraction > 0 else {
        throw fault("a number that ends with its point", "write a digit after the point")
      }
    }
    var exponent: UInt64 = 0
    var isExponentNegative = false
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      isExponentNegative = skip(UInt8(ascii: "-"))
      if !isExponentNegative { _ = skip(UInt8(ascii: "+")) }
      guard digits(into: &exponent) > 0 else {
        throw fault("a number without digits in its exponent", "write a digit after the e")
      }
    }
    guard position - start <= Self.longestNumber else {
      throw fault("a number of more than 4,096 characters", "write it as text", at: start)
    }
    if whole + fraction <= 15, exponent <= 30 {
      let power = (isExponentNegative ? -Int(exponent) : Int(exponent)) - fraction
      if Self.exactPowers.indices.contains(abs(power)) {
        let factor = Self.exactPowers[abs(power)]
        let value = power < 0 ? Double(mantissa) / factor : Double(mantissa) * factor
        return JSONNumber(isNegative ? -value : value)
      }
    }
    let spelling = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(spelling), value.isFinite else {
      throw fault(
        "a number beyond the range of a double",
        "write it as text, or smaller than 1.8e308",
        at: start
      )
    }
    return JSONNumber(spelling: spelling, double: value)
  }

  /// Reads digits into a number that saturates; answers how many there were.
  @inline(__always)
  private mutating func digits(into value: inout UInt64) -> Int {
    let start = position
    while position < bytes.count, case let digit = bytes[position] &- 0x30, digit <= 9 {
      if value < UInt64.max / 20 { value = value * 10 + UInt64(digit) }
      position += 1
    }
    return position - start
  }
}
