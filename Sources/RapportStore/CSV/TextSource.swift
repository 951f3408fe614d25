/// Reads a text file piece by piece, whatever its encoding, as UTF-8.
struct TextSource: ~Copyable {
  let encoding: TextEncoding
  private let file: OpenFile
  private var offset: Int
  /// A first half of a pair that the last piece ended with.
  private var highSurrogate: UInt16?
  private static let piece = 1 << 18

  init(_ path: String) throws(FileError) {
    let file = try OpenFile(path, for: .reading)
    guard try file.status().kind == .file else { throw FileError(.read, path, code: 21) }
    let (encoding, mark) = try TextEncoding.sniff(file)
    self.encoding = encoding
    self.file = file
    offset = mark
  }

  /// The next piece; empty at the end.
  mutating func next() throws(FileError) -> [UInt8] {
    let bytes = try file.read(offset..<offset + Self.piece)
    offset += bytes.count
    switch encoding {
    case .utf8: return bytes
    case .windows1252: return Self.fromWindows1252(bytes)
    case .utf16LittleEndian: return fromUTF16(bytes, low: 0, high: 1)
    case .utf16BigEndian: return fromUTF16(bytes, low: 1, high: 0)
    }
  }

  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case ..<0x80: text.append(byte)
      case 0x80..<0xA0: append(TextEncoding.windows1252Specials[Int(byte) - 0x80], to: &text)
      default: append(UInt32(byte), to: &text)
      }
    }
    return text
  }

  /// Halves of pairs that stand alone, and a last odd byte, become U+FFFD.
  private mutating func fromUTF16(_ bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for start in stride(from: 0, to: bytes.count - 1, by: 2) {
      let unit = UInt16(bytes[start + high]) << 8 | UInt16(bytes[start + low])
      if let first = highSurrogate {
        highSurrogate = nil
        if unit & 0xFC00 == 0xDC00 {
          let pair = UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)
          Self.append(0x10000 + pair, to: &text)
          continue
        }
        Self.append(0xFFFD, to: &text)
      }
      if unit & 0xFC00 == 0xD800 {
        highSurrogate = unit
      } else {
        Self.append(UInt32(unit), to: &text)
      }
    }
    let isAtEnd = bytes.count < Self.piece
    if isAtEnd, bytes.count % 2 == 1 || highSurrogate != nil { Self.append(0xFFFD, to: &text) }
    if isAtEnd { highSurrogate = nil }
    return text
  }

  private static func append(_ value: UInt32, to text: inout [UInt8]) {
    text += UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}").map(Array.init) ?? []
  }
}
