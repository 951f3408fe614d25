/// A recursive-descent reader of one JSON document; recursion is bounded by the depth limit.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let options: JSON.ParsingOptions
  var position = 0

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(bytes: UnsafeBufferPointer<UInt8>, options: JSON.ParsingOptions) {
    self.bytes = bytes
    self.options = options
  }

  /// Reads the whole document: one value and nothing else.
  mutating func document() throws(JSONSyntaxError) -> JSON {
    if bytes.starts(with: Self.byteOrderMark) { position = 3 }
    skipSpace()
    guard position < bytes.count else {
      throw fault("there is nothing here", "write a value, such as {} or null")
    }
    let result = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else {
      throw fault("\(found) after the end of the value", "a file holds one value; remove the rest")
    }
    return result
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSON {
    guard position < bytes.count else { throw fault("the text ends early", "a value is wanted") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "'"):
      throw fault("text stands in single quotes", "write it in double quotes")
    default:
      throw fault(
        "\(found) where a value is wanted",
        "write text in double quotes, a number, a list, an object, true, false or null"
      )
    }
  }

  private mutating func word(
    _ word: StaticString,
    _ value: JSON
  ) throws(JSONSyntaxError) -> JSON {
    let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    let end = position + word.utf8CodeUnitCount
    guard isThere, end == bytes.count || !isWordByte(bytes[end]) else {
      throw fault("an unknown word", "did you mean \(word), or text in double quotes")
    }
    position = end
    return value
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: byte >= 0x80
    }
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSON {
    try checkDepth(depth)
    position += 1
    skipSpace()
    if skip(UInt8(ascii: "]")) { return .array([]) }
    var items: [JSON] = []
    while true {
      items.append(try value(depth: depth))
      skipSpace()
      if skip(UInt8(ascii: "]")) { return .array(items) }
      guard skip(UInt8(ascii: ",")) else {
        throw fault("\(found) in a list", "write a comma before the next item, or ] to end it")
      }
      skipSpace()
      if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
        throw fault("a comma before ]", "remove the last comma of the list")
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSON {
    try checkDepth(depth)
    position += 1
    skipSpace()
    var object = JSONObject()
    if skip(UInt8(ascii: "}")) { return .object(object) }
    while true {
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw fault("\(found) where a key is wanted", "write the key in double quotes")
      }
      let start = position
      let key = try string()
      skipSpace()
      guard skip(UInt8(ascii: ":")) else {
        throw fault("\(found) after a key", "write a colon between key and value")
      }
      skipSpace()
      let value = try value(depth: depth)
      if !object.insert(key, value) {
        guard options.duplicateKeys == .keepLast else {
          position = start
          throw fault("the key \(JSON.string(key)) is there twice", "keep one of the two")
        }
        object[key] = value
      }
      skipSpace()
      if skip(UInt8(ascii: "}")) { return .object(object) }
      guard skip(UInt8(ascii: ",")) else {
        throw fault("\(found) in an object", "write a comma before the next key, or } to end it")
      }
      skipSpace()
      if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
        throw fault("a comma before }", "remove the last comma of the object")
      }
    }
  }

  private func checkDepth(_ depth: Int) throws(JSONSyntaxError) {
    guard depth <= options.maximumDepth else {
      throw fault(
        "lists and objects nest deeper than \(options.maximumDepth) levels",
        "make the value flatter"
      )
    }
  }

  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// An error at the current position, or at another.
  func fault(_ reason: String, _ remedy: String, at offset: Int? = nil) -> JSONSyntaxError {
    JSONSyntaxError(at: offset ?? position, of: bytes, reason: reason, remedy: remedy)
  }

  /// What stands at the current position, in words fit for a message.
  var found: String {
    guard position < bytes.count else { return "the text ends" }
    let byte = bytes[position]
    switch byte {
    case 0x0A: return "a line end"
    case 0x21...0x7E: return "\(Character(Unicode.Scalar(byte)))"
    case 0x80...: return "a character that is not ASCII"
    default: return "a control character (byte \(byte))"
    }
  }
}
