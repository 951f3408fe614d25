/// Puts the bytes of one scalar in UTF-8 together, however they arrive.
struct ScalarAssembler: Hashable {
  enum Step: Hashable {
    case unfinished
    case finished(Unicode.Scalar)
    /// The byte does not continue the scalar, which is given up.
    case refused
  }

  private var value: UInt32 = 0
  private var missing = 0
  /// The smallest value that needs so many bytes.
  private var least: UInt32 = 0

  var isUnfinished: Bool { missing > 0 }

  /// False if the byte begins no scalar of more than one byte.
  mutating func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: (value, missing, least) = (UInt32(byte & 0x1F), 1, 0x80)
    case 0xE0...0xEF: (value, missing, least) = (UInt32(byte & 0x0F), 2, 0x800)
    case 0xF0...0xF4: (value, missing, least) = (UInt32(byte & 0x07), 3, 0x10000)
    default: return false
    }
    return true
  }

  mutating func take(_ byte: UInt8) -> Step {
    guard byte & 0xC0 == 0x80 else {
      missing = 0
      return .refused
    }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    guard missing == 0 else { return .unfinished }
    let scalar = value >= least ? Unicode.Scalar(value) : nil
    return .finished(scalar ?? "\u{FFFD}")
  }

  /// Gives up what has begun.
  mutating func abandon() -> Unicode.Scalar {
    missing = 0
    return "\u{FFFD}"
  }
}
