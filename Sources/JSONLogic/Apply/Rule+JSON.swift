/// The readings for JSON itself, so that data may stand in the call as a literal.
extension Rule {
  /// The rule's value for some data; see `apply(to:operations:)` for any `RuleData`.
  ///
  /// - Parameters:
  ///   - data: the data.
  ///   - operations: the operations bound for this reading; the rule's own otherwise.
  /// - Returns: the value.
  /// - Throws: `RuleFailure` for what `throw` raises, for operands that cannot be read, and for more
  ///   work than the limits allow.
  public func apply(
    to data: JSON,
    operations: Operations? = nil
  ) throws(RuleFailure) -> JSON {
    try apply(toAny: data, operations: operations)
  }

  /// The answer in three values; see `answer(_:operations:)` for any `RuleData`.
  public func answer(_ data: JSON, operations: Operations? = nil) -> Answer {
    answer(any: data, operations: operations)
  }

  /// The answer in three values and how it came about; see `explain(_:operations:)` for any
  /// `RuleData`.
  public func explain(_ data: JSON, operations: Operations? = nil) -> Explanation {
    explain(any: data, operations: operations)
  }

  /// The smallest changes that bring the rule to *in*; see `nearMisses(_:operations:)` for any
  /// `RuleData`.
  public func nearMisses(_ data: JSON, operations: Operations? = nil) -> [NearMiss] {
    nearMisses(any: data, operations: operations)
  }
}
