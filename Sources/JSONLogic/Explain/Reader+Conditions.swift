extension Reader {
  /// `and` as the minimum and `or` as the maximum, operand by operand.
  ///
  /// The first operand that decides or is broken ends it, as in standard JSONLogic; while recording
  /// the rest is read all the same, to be shown.
  mutating func junction(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> Reading {
    let deciding: Answer = operation == .and ? .out : .in
    var result: Reading = .value(false)
    var isDecided = false
    var isUnknown = false
    for child in node.children {
      let reading = try read(child)
      if isDecided { continue }
      switch reading.answer {
      case .unknown:
        isUnknown = true
      case .broken:
        result = reading
        isDecided = true
      case let answer:
        result = isUnknown ? .truth(answer == .in) : reading
        isDecided = answer == deciding
      }
      if isDecided, !isRecording { break }
    }
    return isDecided || !isUnknown ? result : .unknown
  }

  mutating func negation(_ node: RuleNode) throws(RuleFailure) -> Reading {
    let reading = try first(of: node)
    if case .broken = reading { return reading }
    return Reading(reading.answer.negated)
  }

  mutating func truth(_ node: RuleNode) throws(RuleFailure) -> Reading {
    let reading = try first(of: node)
    if case .broken = reading { return reading }
    return Reading(reading.answer)
  }

  /// The branch of the first condition that holds; on an unknown condition, what its branch and the
  /// rest have in common.
  mutating func branch(_ rest: ArraySlice<RuleNode>) throws(RuleFailure) -> Reading {
    guard let condition = rest.first else { return .value(.null) }
    let test = try read(condition)
    guard rest.count > 1 else { return test }
    let result = rest[rest.startIndex + 1]
    switch test.answer {
    case .in: return try read(result)
    case .out: return try branch(rest.dropFirst(2))
    case .broken: return test
    case .unknown:
      let then = try read(result)
      return then.common(with: try branch(rest.dropFirst(2)))
    }
  }

  /// Compares pair by pair: unknown where any pair is, whatever the others say.
  mutating func compare(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> Reading {
    guard node.children.count >= 2 else { return .broken(.invalidArguments(node)) }
    var left = try read(node.children[0])
    var result = Answer.in
    var failure: Reading?
    if case .broken = left { failure = left }
    for position in 1..<node.children.count {
      if failure != nil, !isRecording { break }
      let right = try read(node.children[position])
      if failure != nil { continue }
      if case .broken = right {
        failure = right
        continue
      }
      let isNull = node.children[position].isNull || node.children[position - 1].isNull
      let isNullTest = isNull && !operation.isOrdering
      switch try holds(operation, left, right, isNullTest: isNullTest, node) {
      case nil: result = .unknown
      case false? where result == .in: result = .out
      default: break
      }
      left = right
    }
    return failure ?? Reading(result)
  }

  /// Whether a comparison holds for a pair; nil where that is unknown.
  private mutating func holds(
    _ operation: Operator,
    _ left: Reading,
    _ right: Reading,
    isNullTest: Bool,
    _ node: RuleNode
  ) throws(RuleFailure) -> Bool? {
    if isNullTest {
      guard let left = left.raw, let right = right.raw else { return nil }
      return Relation.holds(operation, left, right)
    }
    guard case .value(let left) = left, case .value(let right) = right else { return nil }
    guard Relation.isReadable(left, right) else { return nil }
    try budget.compare(left, right, node)
    return Relation.holds(operation, left, right)
  }

  /// Whether a text or list holds something.
  ///
  /// A list that stands in the rule cannot tell about a value of a kind that it has nothing of, just
  /// as `===` cannot.
  mutating func contains(_ node: RuleNode) throws(RuleFailure) -> Reading {
    let values: [JSON]
    switch try operands(of: node) {
    case .values(let known): values = known
    case .blocked(let reading): return reading
    }
    guard values.count >= 2 else { return Reading(false) }
    let sought = values[0]
    switch values[1] {
    case .array(let items):
      var isReadable = items.isEmpty || node.children[1].literal == nil
      for item in items {
        try budget.spend(node)
        try budget.compare(sought, item, node)
        if item == sought { return Reading(true) }
        isReadable = isReadable || item.hasSameKind(as: sought)
      }
      return isReadable ? Reading(false) : .unknown
    case .string(let text):
      guard case .string(let part) = sought else { return .unknown }
      try budget.spend(node, 1 + Text.cost(text, part))
      return Reading(Text.contains(text, part))
    default:
      return .unknown
    }
  }
}

extension Reading {
  /// What standard JSONLogic reads here, as far as that is known.
  fileprivate var raw: JSON? {
    switch self {
    case .value(let value), .missing(let value): value
    case .truth, .unknown, .broken: nil
    }
  }
}
