/// A JSON value (RFC 8259).
///
/// Equality is by value: numbers compare as numbers, objects regardless of the order of their
/// keys, and text byte by byte, so that "é" written in one or in two scalars stays two different
/// texts, as everywhere else in JSON.
public enum JSON: Sendable {
  /// The literal `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, with the digits it was written in where a double cannot hold them.
  case number(JSONNumber)
  /// A text.
  case string(String)
  /// A list.
  case array([JSON])
  /// An object, its entries in the order they were written.
  case object(JSONObject)
}

extension JSON: Hashable {
  /// Whether two values are the same JSON.
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.isIdentical(to: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Hashes the kind and the value; an object hashes the same in any order of its keys.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null:
      hasher.combine(0)
    case .bool(let value):
      hasher.combine(1)
      hasher.combine(value)
    case .number(let value):
      hasher.combine(2)
      hasher.combine(value)
    case .string(let value):
      hasher.combine(3)
      hasher.combine(value)
    case .array(let values):
      hasher.combine(4)
      hasher.combine(values)
    case .object(let object):
      hasher.combine(5)
      hasher.combine(object)
    }
  }
}

extension JSON: CustomStringConvertible {
  /// The value as JSON text on one line.
  public var description: String { compact() }
}

extension String {
  /// Whether two texts are the same bytes; `==` would also equate canonically equivalent ones.
  @inline(__always)
  func isIdentical(to other: String) -> Bool {
    guard utf8.count == other.utf8.count, self == other else { return false }
    // As many UTF-16 units as bytes means ASCII, which has no equivalents; known without a look.
    return utf8.count == utf16.count || utf8.elementsEqual(other.utf8)
  }

  /// Whether this text sorts before another by Unicode code points.
  @inline(__always)
  func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
