/// Reads a rule as standard JSONLogic does: to a value or an error.
struct Evaluator {
  let operations: Operations
  var scope: Scope
  var budget: Budget

  init(_ data: any RuleData, operations: Operations, limits: RuleLimits) {
    self.operations = operations
    scope = Scope(data)
    budget = Budget(limits)
  }

  /// Goes on where another reading stands.
  init(_ scope: Scope, _ budget: Budget, operations: Operations) {
    self.operations = operations
    self.scope = scope
    self.budget = budget
  }

  /// The value of a node.
  mutating func value(of node: RuleNode) throws(RuleFailure) -> JSON {
    try budget.spend(node)
    switch node.kind {
    case .literal(let value):
      return value
    case .list:
      return .array(try values(of: node))
    case .variable(let variable):
      if let value = scope.value(of: variable), !value.isNull { return value }
      guard let fallback = node.children.first else { return .null }
      return try value(of: fallback)
    case .operation(let operation):
      guard node.hasListArguments || !operation.demandsList else { throw .invalidArguments(node) }
      return try apply(operation, node)
    case .custom(let name):
      return try custom(name, node)
    }
  }

  /// The values of all operands as they stand.
  mutating func values(of node: RuleNode) throws(RuleFailure) -> [JSON] {
    try budget.build(node, node.children.count)
    var values: [JSON] = []
    values.reserveCapacity(node.children.count)
    for child in node.children { values.append(try value(of: child)) }
    return values
  }

  /// The values of all operands; a single operand that gives a list stands for its items.
  mutating func spreadValues(of node: RuleNode) throws(RuleFailure) -> [JSON] {
    guard !node.hasListArguments else { return try values(of: node) }
    let value = try value(of: node.children[0])
    return value.arrayValue ?? [value]
  }

  private mutating func apply(
    _ operation: Operator,
    _ node: RuleNode
  ) throws(RuleFailure) -> JSON {
    switch operation {
    case .variable, .value, .exists, .missing, .missingSome: try lookUp(operation, node)
    case .coalesce: try coalesce(node)
    case .if: try branch(node)
    case .and, .or: try junction(operation, node)
    case .not: .bool(!(try firstValue(of: node).isTruthy))
    case .truthy: .bool(try firstValue(of: node).isTruthy)
    case .equal, .strictEqual, .notEqual, .strictNotEqual: try compare(operation, node)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: try compare(operation, node)
    case .add, .subtract, .multiply, .divide, .remainder: try calculate(operation, node)
    case .min, .max: try calculate(operation, node)
    case .map, .filter: try transform(operation, node)
    case .allItems, .noItem, .someItem: try quantify(operation, node)
    case .reduce: try reduce(node)
    case .merge: try merge(node)
    case .in: try contains(node)
    case .cat: try concatenate(node)
    case .substr: try part(node)
    case .log, .preserve: try firstValue(of: node)
    case .throw: throw .thrown(try firstValue(of: node), node)
    case .try: try attempt(node)
    }
  }

  /// The value of the first operand; null where there is none.
  mutating func firstValue(of node: RuleNode) throws(RuleFailure) -> JSON {
    guard let first = node.children.first else { return .null }
    return try value(of: first)
  }

  private mutating func custom(_ name: String, _ node: RuleNode) throws(RuleFailure) -> JSON {
    guard let operation = operations[name] else { throw .unknownOperation(node) }
    switch operation.body {
    case .values(let evaluate):
      return evaluate(try values(of: node))
    case .items(let evaluate):
      guard node.children.count == 2 else { throw .invalidArguments(node) }
      guard case .array(let items) = try value(of: node.children[0]) else { return .null }
      var holding = 0
      for (index, item) in items.enumerated()
      where try value(of: node.children[1], for: item, index).isTruthy {
        holding += 1
      }
      return evaluate(holding, items.count)
    }
  }

  /// The value of a node with an item of a list in front of the data.
  mutating func value(
    of node: RuleNode,
    for item: JSON,
    _ index: Int
  ) throws(RuleFailure) -> JSON {
    scope.push(.item(item, index: index))
    let result = try value(of: node)
    scope.pop()
    return result
  }
}
