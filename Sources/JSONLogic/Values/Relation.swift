/// The comparisons of two values, as the core operations define them.
enum Relation {
  /// Whether a comparison holds for a pair; nil where the pair cannot be compared.
  ///
  /// Two texts compare by code points. Otherwise both sides are read as numbers, null as 0 and a
  /// Boolean as 0 or 1; text that is no number, a list or an object cannot be read. The strict
  /// comparisons read nothing: values of different kinds are different.
  static func holds(_ operation: Operator, _ left: JSON, _ right: JSON) -> Bool? {
    switch operation {
    case .strictEqual: left == right
    case .strictNotEqual: left != right
    case .equal: looselyEqual(left, right)
    case .notEqual: looselyEqual(left, right).map { !$0 }
    case .less: order(left, right) { $0 < 0 }
    case .lessOrEqual: order(left, right) { $0 <= 0 }
    case .greater: order(left, right) { $0 > 0 }
    case .greaterOrEqual: order(left, right) { $0 >= 0 }
    default: nil
    }
  }

  private static func looselyEqual(_ left: JSON, _ right: JSON) -> Bool? {
    switch (left, right) {
    case (.string(let left), .string(let right)): left.isIdentical(to: right)
    case (.null, .null): true
    // A test for null is no comparison of numbers: it holds for 0 but never fails.
    case (.null, let other), (let other, .null): other.number.map { $0 == 0 } ?? false
    default: order(left, right) { $0 == 0 }
    }
  }

  @inline(__always)
  private static func order(_ left: JSON, _ right: JSON, _ holds: (Int) -> Bool) -> Bool? {
    if case .string(let left) = left, case .string(let right) = right {
      if left.isIdentical(to: right) { return holds(0) }
      return holds(left.precedes(right) ? -1 : 1)
    }
    guard let left = left.number, let right = right.number else { return nil }
    return holds(left < right ? -1 : left == right ? 0 : 1)
  }

  /// Whether the three-valued reading can tell anything about a pair: both of one kind.
  ///
  /// Where standard JSONLogic coerces, a customer's value of another kind than the rule's is an
  /// accident of its source.
  static func isReadable(_ left: JSON, _ right: JSON) -> Bool {
    left.hasSameKind(as: right)
  }
}

extension JSON {
  /// Whether both are null, both Booleans, both numbers and so on.
  func hasSameKind(as other: JSON) -> Bool {
    switch (self, other) {
    case (.null, .null), (.bool, .bool), (.number, .number), (.string, .string): true
    case (.array, .array), (.object, .object): true
    default: false
    }
  }
}
