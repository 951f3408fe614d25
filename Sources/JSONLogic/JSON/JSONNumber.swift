/// A JSON number: a double, and the digits as written where the double would lose some.
///
/// An identifier such as 12345678901234567890 therefore prints as it came, although sums with it
/// are sums of doubles.
public struct JSONNumber: Sendable {
  /// The nearest double.
  public let double: Double

  /// The digits as written; boxed, because they are rare and a number should stay two words.
  private let exact: Literal?

  private final class Literal: Sendable {
    let text: String
    init(_ text: String) { self.text = text }
  }

  /// A number from a double.
  ///
  /// A double that is infinite or not a number prints as `null`.
  public init(_ value: Double) {
    double = value
    exact = nil
  }

  /// A number from an integer, exact to the last digit.
  public init(_ value: Int) {
    double = Double(value)
    let isSafe = value.magnitude <= 1 << 53
    exact = isSafe ? nil : Literal(String(value))
  }

  /// A number from its JSON spelling, which must be valid; keeps it where the double differs.
  init(spelling: String, double: Double) {
    self.double = double
    let isSame = DecimalDigits(spelling) == DecimalDigits(double.description)
    exact = isSame ? nil : Literal(spelling)
  }

  /// The digits as written, where the nearest double stands for a different decimal number.
  public var literal: String? { exact?.text }

  /// The number as an `Int`, where it is whole and fits one.
  public var integer: Int? {
    if let exact { return Int(exact.text) }
    return double.magnitude <= 0x1p53 ? Int(exactly: double) : Int(description)
  }

  /// Whether a double can hold the number and it is one: neither infinite nor "not a number".
  public var isFinite: Bool { double.isFinite }
}

extension JSONNumber: Hashable {
  /// Whether both are the same number, to the last digit.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    guard left.exact != nil || right.exact != nil else {
      return left.double == right.double || (left.double.isNaN && right.double.isNaN)
    }
    return left.double == right.double
      && DecimalDigits(left.description) == DecimalDigits(right.description)
  }

  /// Hashes the nearest double.
  public func hash(into hasher: inout Hasher) { hasher.combine(double) }
}

extension JSONNumber: Comparable {
  /// Whether the left number is smaller; beyond a double's precision, whole numbers that fit an
  /// `Int` still compare exactly.
  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.double == right.double, left.exact != nil || right.exact != nil,
      let left = left.integer, let right = right.integer
    {
      return left < right
    }
    return left.double < right.double
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }

  /// A number.
  public init(floatLiteral value: Double) { self.init(value) }
}
