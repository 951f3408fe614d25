/// How the bytes of a text file stand for characters.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"

  /// Looks at all of a file for a byte order mark, zeros where UTF-16 has them, and valid UTF-8.
  ///
  /// What is none of that is taken for Windows-1252, as spreadsheets write it.
  static func sniff(
    _ file: borrowing OpenFile
  ) throws(FileError) -> (encoding: TextEncoding, mark: Int) {
    let head = try file.read(0..<1024)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let zeros = head.indices.filter { head[$0] == 0 }
    if zeros.count > head.count / 4 {
      let odd = zeros.filter { $0 % 2 == 1 }.count
      return (odd * 2 > zeros.count ? .utf16LittleEndian : .utf16BigEndian, 0)
    }
    var validator = UTF8Validator()
    var offset = 0
    while case let piece = try file.read(offset..<offset + (1 << 20)), !piece.isEmpty {
      guard validator.accepts(piece) else { return (.windows1252, 0) }
      offset += piece.count
    }
    return (validator.isComplete ? .utf8 : .windows1252, 0)
  }

  /// Windows-1252 from 0x80 to 0x9F (encoding.spec.whatwg.org/index-windows-1252.txt); the five
  /// that it leaves open are controls.
  static let windows1252Specials: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// Checks UTF-8 that comes in pieces (Unicode 15, table 3-7).
struct UTF8Validator {
  private var expected = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  /// Whether no character is cut off at the end.
  var isComplete: Bool { expected == 0 }

  mutating func accepts(_ bytes: [UInt8]) -> Bool {
    for byte in bytes {
      if expected > 0 {
        guard byte >= lower, byte <= upper else { return false }
        expected -= 1
        (lower, upper) = (0x80, 0xBF)
      } else if byte >= 0x80 {
        guard begin(byte) else { return false }
      }
    }
    return true
  }

  private mutating func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: expected = 1
    case 0xE0...0xEF: expected = 2
    case 0xF0...0xF4: expected = 3
    default: return false
    }
    switch byte {
    case 0xE0: lower = 0xA0
    case 0xED: upper = 0x9F
    case 0xF0: lower = 0x90
    case 0xF4: upper = 0x8F
    default: break
    }
    return true
  }
}
