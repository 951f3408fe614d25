/// A place in a JSON document (RFC 6901), such as `/segments/0/rule`.
public struct JSONPointer: Hashable, Sendable {
  /// The keys and positions from the root, unescaped; none is the whole document.
  public var tokens: [String]

  /// A pointer to the whole document, or to the place these tokens lead to.
  public init(_ tokens: [String] = []) {
    self.tokens = tokens
  }

  /// Reads a pointer as RFC 6901 writes it, or answers nil for any other text.
  ///
  /// That is: empty, or each token behind a slash, with `~0` for a tilde and `~1` for a slash.
  public init?(parsing text: String) {
    guard !text.isEmpty else {
      self.init()
      return
    }
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    var tokens: [String] = []
    for part in text.unicodeScalars.dropFirst().split(
      separator: "/",
      omittingEmptySubsequences: false
    ) {
      guard let token = Self.unescape(part) else { return nil }
      tokens.append(token)
    }
    self.init(tokens)
  }

  private static func unescape(_ part: Substring.UnicodeScalarView) -> String? {
    var token = String.UnicodeScalarView()
    var rest = part.makeIterator()
    while let scalar = rest.next() {
      guard scalar == "~" else {
        token.append(scalar)
        continue
      }
      switch rest.next() {
      case "0": token.append("~")
      case "1": token.append("/")
      default: return nil
      }
    }
    return String(token)
  }

  /// The place of a key below this one.
  public func appending(_ key: String) -> JSONPointer { JSONPointer(tokens + [key]) }

  /// The place of a list's item below this one.
  public func appending(_ position: Int) -> JSONPointer { appending(String(position)) }

  /// The place another pointer leads to from this one.
  public func appending(_ other: JSONPointer) -> JSONPointer { JSONPointer(tokens + other.tokens) }

  /// The value this leads to in a document, or nil where there is none.
  public func value(in document: JSON) -> JSON? {
    var value = document
    for token in tokens {
      let next: JSON? =
        switch value {
        case .object(let object): object[token]
        case .array(let items):
          Self.position(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
        default: nil
        }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  /// A position as RFC 6901 writes it: digits without leading zeros.
  private static func position(_ token: String) -> Int? {
    let digits = token.utf8
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard digits.count == 1 || digits.first != 0x30 else { return nil }
    return Int(token)
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer as RFC 6901 writes it; empty for the whole document.
  public var description: String {
    var text = String.UnicodeScalarView()
    for token in tokens {
      text.append("/")
      for scalar in token.unicodeScalars {
        switch scalar {
        case "~": text.append(contentsOf: "~0".unicodeScalars)
        case "/": text.append(contentsOf: "~1".unicodeScalars)
        default: text.append(scalar)
        }
      }
    }
    return String(text)
  }
}

extension JSONPointer: ExpressibleByArrayLiteral {
  /// A pointer from its tokens.
  public init(arrayLiteral tokens: String...) { self.init(tokens) }
}

extension JSON {
  /// The value a pointer leads to, or nil where there is none.
  public subscript(pointer: JSONPointer) -> JSON? { pointer.value(in: self) }
}
