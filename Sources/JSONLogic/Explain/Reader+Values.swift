extension Reader {
  /// Numbers only: text, Booleans, lists and objects cannot be read, so the result is unknown.
  mutating func calculate(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> Reading {
    let values: [JSON]
    switch try operands(of: node, spreads: true) {
    case .values(let known): values = known
    case .blocked(let reading): return reading
    }
    var arithmetic = Arithmetic(operation)
    for value in values {
      try budget.spend(node)
      guard case .number(let number) = value else { return .unknown }
      arithmetic.fold(number.double)
    }
    switch arithmetic.result {
    case .success(let value): return .value(value)
    case .failure(let failure):
      switch failure.fault {
      case .tooFewOperands: return .broken(.invalidArguments(node))
      case .notANumber: return .broken(.notANumber(node))
      }
    }
  }

  /// `merge`, `cat` and `substr`.
  mutating func build(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> Reading {
    switch try operands(of: node, spreads: operation != .substr) {
    case .blocked(let reading):
      return reading
    case .values(let values):
      let literal = RuleNode(
        .operation(operation),
        values.map { RuleNode(.literal($0), at: node.pointer) },
        at: node.pointer
      )
      return try evaluate(literal)
    }
  }

  /// `var` and `val` with a computed path, and the tests for presence, which are never unknown
  /// themselves.
  mutating func lookUp(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> Reading {
    if node.testedPaths != nil, operation != .missingSome { return try evaluate(node) }
    let values: [JSON]
    switch try operands(of: node) {
    case .values(let known): values = known
    case .blocked(let reading): return reading
    }
    let literal = RuleNode(
      .operation(operation),
      values.map { RuleNode(.literal($0), at: node.pointer) },
      at: node.pointer,
      hasListArguments: node.hasListArguments,
      testedPaths: node.testedPaths
    )
    let reading = try evaluate(literal)
    guard operation == .variable || operation == .value else { return reading }
    guard case .value(let value) = reading else { return reading }
    return sort(value)
  }

  /// Reads a node whose operands are all known as standard JSONLogic does.
  private mutating func evaluate(_ node: RuleNode) throws(RuleFailure) -> Reading {
    var evaluator = Evaluator(scope, budget, operations: operations)
    do throws(RuleFailure) {
      let value = try evaluator.value(of: node)
      budget = evaluator.budget
      return .value(value)
    } catch {
      guard error.isCatchable else { throw error }
      budget = evaluator.budget
      return .broken(error)
    }
  }

  /// The first operand that is not null; a missing variable counts as null, blank text does not.
  mutating func coalesce(_ node: RuleNode) throws(RuleFailure) -> Reading {
    var result: Reading = .value(.null)
    for child in node.children {
      let reading = try read(child)
      switch reading {
      case .value(.null): break
      case .missing(.null): result = reading
      default: return reading
      }
    }
    return result
  }

  mutating func attempt(_ node: RuleNode) throws(RuleFailure) -> Reading {
    var failure: RuleFailure?
    for child in node.children {
      if let failure { scope.push(.error(failure.error)) }
      let reading = try read(child)
      if failure != nil { scope.pop() }
      guard case .broken(let error) = reading else { return reading }
      failure = error
    }
    return failure.map { .broken($0) } ?? .value(.null)
  }

  mutating func custom(_ name: String, _ node: RuleNode) throws(RuleFailure) -> Reading {
    guard let operation = operations[name] else { return .broken(.unknownOperation(node)) }
    switch operation.body {
    case .items(let evaluate):
      return try count(node, evaluate)
    case .values(let evaluate):
      guard let verdict = operation.verdict else {
        switch try operands(of: node) {
        case .blocked(let reading): return reading
        case .values(let values):
          let value = evaluate(values)
          return value.isNull ? .unknown : .value(value)
        }
      }
      var values: [JSON?] = []
      for child in node.children {
        let reading = try read(child)
        if case .broken = reading { return reading }
        values.append(reading.known)
      }
      let result = verdict(values)
      switch result.answer {
      case .in, .out: return Reading(result.answer)
      case .unknown: return .unknown(result.reason)
      case .broken: return .broken(.thrown(.string(result.reason ?? name), node))
      }
    }
  }
}
