extension Rule {
  /// What the rule says about some data in three values; the cheap form of `explain`.
  ///
  /// Any operation with a missing operand is unknown, where missing is absent, null or blank text,
  /// and so is one with an operand of a kind it cannot read: comparisons want both sides of one
  /// kind, arithmetic wants numbers. Tests against a literal null,
  /// `missing`, `missing_some` and `exists` are always known; `??` and the default of a `var` supply
  /// a value. Where no node is unknown or broken the answer is *in* exactly if `apply` gives a
  /// truthy value.
  ///
  /// - Parameters:
  ///   - data: JSON, or a record of the host.
  ///   - operations: the operations bound for this reading; the rule's own otherwise.
  /// - Returns: the answer.
  public func answer(_ data: some RuleData, operations: Operations? = nil) -> Answer {
    answer(any: data, operations: operations)
  }

  func answer(any data: any RuleData, operations: Operations?) -> Answer {
    var reader = reader(data, operations, recording: nil)
    do throws(RuleFailure) {
      return try reader.read(root).answer
    } catch {
      return .broken
    }
  }

  /// What the rule says about some data in three values, and how it came to it.
  ///
  /// - Parameters:
  ///   - data: JSON, or a record of the host.
  ///   - operations: the operations bound for this reading; the rule's own otherwise.
  /// - Returns: the tree of what was read; its root's answer is that of `answer`.
  public func explain(_ data: some RuleData, operations: Operations? = nil) -> Explanation {
    explain(any: data, operations: operations)
  }

  func explain(any data: any RuleData, operations: Operations?) -> Explanation {
    var reader = reader(data, operations, recording: root.size)
    do throws(RuleFailure) {
      _ = try reader.read(root)
      return Explanation(reader.records)
    } catch {
      return Explanation(root, error)
    }
  }

  private func reader(
    _ data: any RuleData,
    _ operations: Operations?,
    recording expected: Int?
  ) -> Reader {
    Reader(
      data,
      operations: operations ?? self.operations,
      limits: limits,
      recording: expected
    )
  }
}
