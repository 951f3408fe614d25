extension JSONParser {
  /// Reads a string; the position is at its opening quote.
  mutating func string() throws(JSONSyntaxError) -> String {
    let opening = position
    position += 1
    var start = position
    var decoded: [UInt8] = []
    var seen: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let run = UnsafeBufferPointer(rebasing: bytes[start..<position])
        position += 1
        if decoded.isEmpty, start == opening + 1 {
          return try text(run, isASCII: seen < 0x80, from: opening)
        }
        decoded += run
        return try decoded.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in
          try text(buffer, isASCII: seen < 0x80, from: opening)
        }
      }
      if byte == UInt8(ascii: "\\") {
        decoded += bytes[start..<position]
        seen |= try escape(into: &decoded)
        start = position
        continue
      }
      guard byte >= 0x20 else {
        throw fault(
          byte == 0x0A ? "a line end inside text" : "a control character inside text",
          byte == 0x0A ? "write it as \\n, or close the text" : "write it as \\u00\(hex(byte))"
        )
      }
      seen |= byte
      position += 1
    }
    throw fault("text without its closing quote", "close it with \"", at: opening)
  }

  private func text(
    _ run: UnsafeBufferPointer<UInt8>,
    isASCII: Bool,
    from opening: Int
  ) throws(JSONSyntaxError) -> String {
    if isASCII { return String(decoding: run, as: UTF8.self) }
    guard let text = String(validating: run, as: UTF8.self) else {
      throw fault(
        "bytes inside text that are no valid UTF-8",
        "save the file as UTF-8",
        at: firstInvalidByte(from: opening)
      )
    }
    return text
  }

  /// The first byte from a position on that starts no valid UTF-8 sequence.
  private func firstInvalidByte(from start: Int) -> Int {
    var decoder = UTF8()
    var iterator = bytes[start...].makeIterator()
    var offset = start
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return offset
  }

  /// Decodes one escape; answers the bitwise or of the bytes it gave.
  private mutating func escape(into decoded: inout [UInt8]) throws(JSONSyntaxError) -> UInt8 {
    let start = position
    position += 1
    guard position < bytes.count else {
      throw fault("text without its closing quote", "close it with \"")
    }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "u"): return try unicodeEscape(from: start, into: &decoded)
    default:
      throw fault(
        "an unknown escape after \\",
        "write \\\\ for a backslash; known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
        at: start
      )
    }
    return 0
  }

  private mutating func unicodeEscape(
    from start: Int,
    into decoded: inout [UInt8]
  ) throws(JSONSyntaxError) -> UInt8 {
    var code = try fourHexDigits(from: start)
    if 0xD800...0xDBFF ~= code, skip(UInt8(ascii: "\\")) {
      let low = skip(UInt8(ascii: "u")) ? try fourHexDigits(from: start) : 0
      if 0xDC00...0xDFFF ~= low { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw fault(
        "half a surrogate pair, which is no character",
        "write both halves, such as \\ud83d\\ude00, or the character itself",
        at: start
      )
    }
    decoded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    return code < 0x80 ? 0 : 0x80
  }

  private mutating func fourHexDigits(from start: Int) throws(JSONSyntaxError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = position < bytes.count ? bytes[position] : 0
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("an incomplete \\u escape", "write four hexadecimal digits", at: start)
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
