extension Rule {
  /// The rule's value for some data, as standard JSONLogic has it.
  ///
  /// Missing data reads as null, and null as 0 where a number is wanted, so that a missing
  /// temperature is below 110: `answer` and `explain` are the readings that know *unknown*.
  ///
  /// - Parameters:
  ///   - data: JSON, or a record of the host.
  ///   - operations: the operations bound for this reading; the rule's own otherwise.
  /// - Returns: the value.
  /// - Throws: `RuleFailure` for what `throw` raises, for operands that cannot be read, and for more
  ///   work than the limits allow.
  public func apply(
    to data: some RuleData,
    operations: Operations? = nil
  ) throws(RuleFailure) -> JSON {
    try apply(toAny: data, operations: operations)
  }

  func apply(toAny data: any RuleData, operations: Operations?) throws(RuleFailure) -> JSON {
    var evaluator = Evaluator(data, operations: operations ?? self.operations, limits: limits)
    let result = try evaluator.value(of: root)
    try evaluator.budget.weigh(result, root)
    return result
  }
}
