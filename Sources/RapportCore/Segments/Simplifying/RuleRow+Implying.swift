import JSONLogic

extension RuleRow {
  /// Whether for every customer this answers no more than the other does; false where that is not
  /// certain.
  func implies(_ other: RuleRow) -> Bool {
    if self == other { return true }
    guard subject == other.subject else { return false }
    switch (isNegated, other.isNegated) {
    case (false, false): return impliesPlain(other)
    case (true, true): return other.plain.impliesPlain(plain)
    // Negated alike on both sides: what one excludes the other may still allow.
    case (true, false), (false, true): return false
    }
  }

  private var plain: RuleRow { RuleRow(subject, comparison, operands) }

  private func impliesPlain(_ other: RuleRow) -> Bool {
    if let own = RuleInterval(self), let their = RuleInterval(other) { return their.contains(own) }
    switch (comparison, other.comparison) {
    case (.equals, .equals), (.equals, .oneOf), (.oneOf, .equals), (.oneOf, .oneOf),
      (.hasAny, .hasAny), (.hasOnly, .hasOnly):
      return operands.allSatisfy { other.operands.contains($0) }
    case (.hasNone, .hasNone): return other.operands.allSatisfy { operands.contains($0) }
    case (.withinDays, .withinDays):
      guard let own = operands.first?.doubleValue, let their = other.operands.first?.doubleValue
      else { return false }
      return own <= their
    case (.startsWith, .startsWith):
      guard let own = operands.first?.stringValue, let their = other.operands.first?.stringValue
      else { return false }
      return own.utf8.starts(with: their.utf8)
    default: return false
    }
  }
}

/// The values that a comparison allows, from one limit to another, in numbers or in texts.
private struct RuleInterval {
  private struct Limit {
    var value: JSON
    var isIncluded: Bool
  }

  private var low, high: Limit?

  init?(_ row: RuleRow) {
    guard let first = row.operands.first, Self.isOrdered(first) else { return nil }
    switch row.comparison {
    case .atLeast: low = Limit(value: first, isIncluded: true)
    case .moreThan: low = Limit(value: first, isIncluded: false)
    case .atMost: high = Limit(value: first, isIncluded: true)
    case .lessThan: high = Limit(value: first, isIncluded: false)
    case .between, .inside:
      let isIncluded = row.comparison == .between
      guard row.operands.count == 2, Self.less(row.operands[1], first) != nil else { return nil }
      low = Limit(value: first, isIncluded: isIncluded)
      high = Limit(value: row.operands[1], isIncluded: isIncluded)
    default: return nil
    }
  }

  /// Whether all that the other allows is allowed; false for limits of two kinds.
  func contains(_ other: RuleInterval) -> Bool {
    guard let kind = (low ?? high)?.value, let their = (other.low ?? other.high)?.value,
      Self.less(kind, their) != nil
    else { return false }
    return Self.reaches(other.low, low) { Self.less($0, $1) == true }
      && Self.reaches(other.high, high) { Self.less($1, $0) == true }
  }

  /// Whether a limit is not farther out than another one.
  private static func reaches(
    _ limit: Limit?,
    _ outer: Limit?,
    _ isOutside: (JSON, JSON) -> Bool
  ) -> Bool {
    guard let outer else { return true }
    guard let limit, !isOutside(limit.value, outer.value) else { return false }
    return limit.value != outer.value || outer.isIncluded || !limit.isIncluded
  }

  private static func isOrdered(_ value: JSON) -> Bool {
    value.doubleValue != nil || value.stringValue != nil
  }

  /// Nil where the two are not of one kind.
  private static func less(_ left: JSON, _ right: JSON) -> Bool? {
    if let left = left.doubleValue, let right = right.doubleValue { return left < right }
    if let left = left.stringValue, let right = right.stringValue {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return nil
  }
}
