/// One tag as scanned: what it is and where its content and its end are.
struct TemplateTag {
  enum Kind {
    case variable(isEscaped: Bool)
    case section(isInverted: Bool)
    case end, partial, comment, delimiters

    /// Whether a line with nothing else on it vanishes (the specification's "standalone" tags).
    var canStandAlone: Bool {
      guard case .variable = self else { return true }
      return false
    }

    /// Whether something may be shown where the tag stands.
    var isShown: Bool {
      switch self {
      case .variable, .section, .partial: true
      case .end, .comment, .delimiters: false
      }
    }

    func hasSigil(_ byte: UInt8) -> Bool {
      guard case .variable(isEscaped: true) = self else { return true }
      return false
    }
  }

  var kind: Kind
  /// Between the sigil and the closing delimiter.
  var content: Range<Int>
  var end: Int
}

/// Line and column of a position that only moves forward.
struct SourcePlace {
  private(set) var line = 1
  private(set) var column = 1
  private var offset = 0

  /// Cost: the bytes since the last call.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    while offset < target {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
  }
}

extension UInt8 {
  /// A space or a tab.
  var isTemplateBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// A blank or the end of a line.
  var isTemplateSpace: Bool { isTemplateBlank || self == 0x0A || self == 0x0D }

  var isTemplateNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a dot stands at an end or beside another.
  var hasEmptyComponent: Bool {
    var previous = UInt8(ascii: ".")
    for byte in self {
      if byte == UInt8(ascii: "."), previous == byte { return true }
      previous = byte
    }
    return previous == UInt8(ascii: ".")
  }
}

extension [UInt8] {
  /// Whether a line of the source begins at `offset`.
  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || self[offset - 1] == UInt8(ascii: "\n")
  }

  /// Where `pattern`, which is not empty, first stands at or after `start`.
  func position(of pattern: [UInt8], from start: Int) -> Int? {
    let last = count - pattern.count
    guard start <= last else { return nil }
    return withUnsafeBufferPointer { bytes in
      for offset in start...last where bytes[offset] == pattern[0] {
        var matched = 1
        while matched < pattern.count, bytes[offset + matched] == pattern[matched] { matched += 1 }
        if matched == pattern.count { return offset }
      }
      return nil
    }
  }
}
