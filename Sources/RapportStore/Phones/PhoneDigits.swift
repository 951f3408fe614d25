/// A stored telephone number as digits, for comparing: `+` first where it has its country code.
enum PhoneDigits {
  private static let plus = UInt8(ascii: "+")

  /// Appends the digits of a number and answers how many there are.
  ///
  /// `+` or `00` in front means a country code; `(0)` behind one is not dialled and left out; letters
  /// end the number ("ext. 5").
  @discardableResult
  static func append(
    _ number: UnsafeBufferPointer<UInt8>,
    to digits: inout [UInt8]
  ) -> Int {
    let start = digits.count
    var position = 0
    while position < number.count {
      let byte = number[position]
      position += 1
      switch byte {
      case 0x30...0x39:
        digits.append(byte)
        if digits.count == start + 2, digits[start] == 0x30, digits[start + 1] == 0x30 {
          digits.removeLast(2)
          digits.append(plus)
        }
      case plus where digits.count == start:
        digits.append(byte)
      case UInt8(ascii: "("):
        let isSkipped = digits.count > start && digits[start] == plus
        if isSkipped, number[position...].starts(with: [0x30, 0x29]) { position += 2 }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: ";"):
        // "tel:" may stand in front.
        if digits.count > start { position = number.count }
      default:
        break
      }
    }
    return digits.count - start
  }

  static func digits(of number: some StringProtocol) -> [UInt8] {
    var digits: [UInt8] = []
    Array(number.utf8).withUnsafeBufferPointer { _ = append($0, to: &digits) }
    return digits
  }
}
