extension Evaluator {
  mutating func branch(_ node: RuleNode) throws(RuleFailure) -> JSON {
    var rest = node.children[...]
    while let condition = rest.popFirst() {
      let test = try value(of: condition)
      guard let result = rest.popFirst() else { return test }
      if test.isTruthy { return try value(of: result) }
    }
    return .null
  }

  mutating func junction(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> JSON {
    var last: JSON = false
    for child in node.children {
      last = try value(of: child)
      if last.isTruthy == (operation == .or) { return last }
    }
    return last
  }

  mutating func compare(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> JSON {
    guard node.children.count >= 2 else { throw .invalidArguments(node) }
    var left = try value(of: node.children[0])
    for child in node.children.dropFirst() {
      let right = try value(of: child)
      try budget.compare(left, right, node)
      guard let holds = Relation.holds(operation, left, right) else { throw .notANumber(node) }
      if !holds { return false }
      left = right
    }
    return true
  }

  mutating func calculate(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> JSON {
    var arithmetic = Arithmetic(operation)
    for value in try spreadValues(of: node) {
      try budget.spend(node)
      guard let number = value.number else { throw .notANumber(node) }
      arithmetic.fold(number.double)
    }
    do throws(Arithmetic.Failure) {
      return try arithmetic.result.get()
    } catch {
      switch error.fault {
      case .tooFewOperands: throw .invalidArguments(node)
      case .notANumber: throw .notANumber(node)
      }
    }
  }

  mutating func coalesce(_ node: RuleNode) throws(RuleFailure) -> JSON {
    for child in node.children {
      let value = try value(of: child)
      if !value.isNull { return value }
    }
    return .null
  }

  /// Reads the operands until one raises no error; each later one finds the error as its data.
  mutating func attempt(_ node: RuleNode) throws(RuleFailure) -> JSON {
    let depth = scope.depth
    var failure: RuleFailure?
    for child in node.children {
      do throws(RuleFailure) {
        if let failure { scope.push(.error(failure.error)) }
        let result = try value(of: child)
        scope.unwind(to: depth)
        return result
      } catch {
        scope.unwind(to: depth)
        guard error.isCatchable else { throw error }
        failure = error
      }
    }
    guard let failure else { return .null }
    throw failure
  }
}
