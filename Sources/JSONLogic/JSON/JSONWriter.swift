/// Writes JSON text into bytes.
struct JSONWriter {
  /// Spaces a level; nil writes everything on one line.
  let indent: Int?
  let sortsKeys: Bool
  let escaping: JSONEscaping
  var bytes: [UInt8] = []

  init(indent: Int?, sortsKeys: Bool, escaping: JSONEscaping) {
    self.indent = indent
    self.sortsKeys = sortsKeys
    self.escaping = escaping
  }

  mutating func write(_ value: JSON, level: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let number): bytes += number.description.utf8
    case .string(let text): write(text)
    case .array(let items): write(items, level: level + 1)
    case .object(let object): write(object, level: level + 1)
    }
  }

  private mutating func write(_ items: [JSON], level: Int) {
    bytes.append(UInt8(ascii: "["))
    for (position, item) in items.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(level)
      write(item, level: level)
    }
    if !items.isEmpty { breakLine(level - 1) }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ object: JSONObject, level: Int) {
    bytes.append(UInt8(ascii: "{"))
    var entries = Array(object)
    if sortsKeys { entries.sort { $0.key.precedes($1.key) } }
    for (position, entry) in entries.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(level)
      write(entry.key)
      bytes.append(UInt8(ascii: ":"))
      if indent != nil { bytes.append(0x20) }
      write(entry.value, level: level)
    }
    if !entries.isEmpty { breakLine(level - 1) }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func breakLine(_ level: Int) {
    guard let indent else { return }
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: indent * level)
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes += [0x5C, UInt8(truncatingIfNeeded: scalar.value)]
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case ..<0x20, 0x7F: escape(scalar)
      case ..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default:
        if escaping.escapes(scalar) {
          escape(scalar)
        } else {
          bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a scalar as one `\u` escape, or two beyond the basic plane.
  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      bytes += "\\u".utf8
      bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
      bytes += digits.utf8
    }
  }
}
