extension Explanation {
  /// The conditions that made the answer what it is, in the order of the rule.
  ///
  /// For an `and` that holds these are those of all operands, for one that does not hold those of
  /// the operands that are out; `or` the other way round; for unknown and broken those that are so
  /// too. A condition is a comparison, a test or an iterator, not what it compares.
  public var deciding: [Explanation] {
    switch node.operator {
    case .and, .or, .not, .truthy, .if:
      let same = children.filter { $0.counts(for: answer, in: node.operator) }
      let reasons = same.flatMap(\.deciding)
      return reasons.isEmpty ? [self] : reasons
    default:
      return [self]
    }
  }

  private func counts(for answer: Answer, in operation: Operator?) -> Bool {
    switch operation {
    case .not: return true
    case .if: return true
    default: return self.answer == answer
    }
  }

  /// The variables of the data that were asked for and are missing, each once, in order.
  ///
  /// A missing value inside a list's item is not here, since nobody can be asked for it.
  public var missingPaths: [VariablePath] {
    var paths: [VariablePath] = []
    collectMissing(into: &paths)
    return paths
  }

  private func collectMissing(into paths: inout [VariablePath]) {
    if isMissing, let variable = node.variable, variable.level == 0,
      !paths.contains(variable.path)
    {
      paths.append(variable.path)
    }
    // Behind the first operand of `try` stands the error, not the data.
    let children = node.operator == .try ? Array(children.prefix(1)) : children
    for child in children where child.item == nil { child.collectMissing(into: &paths) }
  }
}
