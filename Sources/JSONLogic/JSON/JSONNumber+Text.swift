extension JSONNumber: CustomStringConvertible {
  /// The number as JSON text: 12 and not 12.0, the fewest digits that read back to the same double.
  ///
  /// Plain digits between 1e-6 and 1e21 and an exponent beyond, as ECMAScript lays numbers out
  /// (Number::toString, which RFC 8785 takes over).
  public var description: String {
    if let literal { return literal }
    guard double.isFinite else { return "null" }
    if double == double.rounded(.towardZero), double.magnitude < 1e15 {
      return double == 0 && double.sign == .minus ? "-0" : String(Int64(double))
    }
    return DecimalDigits(double.description).ecmaScript
  }
}

/// A decimal number as sign, digits and power of ten, for comparing and laying out spellings.
///
/// The value is 0.DIGITS x 10^exponent, without leading or trailing zeros; zero has no digits.
struct DecimalDigits: Equatable {
  var isNegative = false
  var digits: [UInt8] = []
  var exponent = 0

  /// Reads a valid JSON number or what Swift prints for a finite double.
  init(_ spelling: String) {
    var point: Int?
    var written = 0
    var seenExponent = false
    var isExponentNegative = false
    for byte in spelling.utf8 {
      switch byte {
      case UInt8(ascii: "-") where seenExponent: isExponentNegative = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"): seenExponent = true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where seenExponent:
        written = min(written * 10 + Int(byte & 0x0F), 1_000_000_000)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      default: break
      }
    }
    exponent = (point ?? digits.count) + (isExponentNegative ? -written : written)
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty {
      isNegative = false
      exponent = 0
    }
  }

  /// The digits laid out as ECMAScript's Number::toString does.
  var ecmaScript: String {
    var bytes: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    let zero = UInt8(ascii: "0")
    let point = UInt8(ascii: ".")
    switch exponent {
    case digits.count...21:
      bytes += digits
      bytes += repeatElement(zero, count: exponent - digits.count)
    case 1..<max(digits.count, 1):
      bytes += digits[..<exponent]
      bytes.append(point)
      bytes += digits[exponent...]
    case -5...0:
      bytes += [zero, point]
      bytes += repeatElement(zero, count: -exponent)
      bytes += digits
    default:
      bytes += digits.prefix(1)
      if digits.count > 1 {
        bytes.append(point)
        bytes += digits.dropFirst()
      }
      bytes += (exponent > 0 ? "e+" : "e-").utf8
      bytes += String((exponent - 1).magnitude).utf8
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
