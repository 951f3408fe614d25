extension JSON {
  /// Whether JSONLogic takes this for true: everything but null, false, 0, "" and [].
  public var isTruthy: Bool {
    switch self {
    case .null: false
    case .bool(let value): value
    case .number(let number): number.double != 0
    case .string(let text): !text.isEmpty
    case .array(let items): !items.isEmpty
    case .object: true
    }
  }

  /// Whether a rule takes this for no answer at all: null or text of nothing but white space.
  public var isMissing: Bool {
    switch self {
    case .null: true
    case .string(let text):
      switch text.utf8.first {
      case nil: true
      case (0x21...0x7E)?: false
      default: text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      }
    default: false
    }
  }

  /// This value as a number, as JSONLogic coerces it; nil for text that is none, lists and objects.
  var number: JSONNumber? {
    switch self {
    case .null: 0
    case .bool(let value): value ? 1 : 0
    case .number(let number): number
    case .string(let text): JSONNumber(reading: text)
    case .array, .object: nil
    }
  }

  /// This value as `cat` writes it: null as nothing, a list as its items joined by commas.
  var text: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let number): number.description
    case .string(let text): text
    case .array(let items): items.map(\.text).joined(separator: ",")
    case .object: compact()
    }
  }
}

extension JSONNumber {
  /// The number a text spells in decimal, with white space around it allowed; blank text is 0.
  init?(reading text: String) {
    var bytes = Substring(text).utf8[...]
    while let first = bytes.first, Self.isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
    guard let first = bytes.first else {
      self.init(0)
      return
    }
    // Double(_:) would also read "nan", "inf" and hexadecimal.
    guard bytes.allSatisfy(Self.isDecimal), Self.isDecimal(first) else { return nil }
    guard let value = Double(Substring(bytes)), value.isFinite else { return nil }
    self.init(value)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private static func isDecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    case UInt8(ascii: "e"), UInt8(ascii: "E"): true
    default: false
    }
  }
}
