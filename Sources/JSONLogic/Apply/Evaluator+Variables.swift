extension Evaluator {
  /// `var` and `val` with a computed path, and the tests for presence.
  mutating func lookUp(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> JSON {
    switch operation {
    case .variable:
      let values = try spreadValues(of: node)
      guard let path = values.first.map(\.dottedPath) ?? VariablePath([]) else {
        throw .invalidArguments(node)
      }
      if let value = scope.value(at: path), !value.isNull { return value }
      return values.count > 1 ? values[1] : .null
    case .value:
      return try climb(spreadValues(of: node), node) ?? .null
    case .exists:
      if let path = node.testedPaths?.first { return .bool(scope.value(at: path) != nil) }
      return .bool(try climb(spreadValues(of: node), node) != nil)
    case .missing:
      if let paths = node.testedPaths { return .array(try missing(of: paths, node)) }
      return .array(try missing(of: paths(in: spreadValues(of: node), node), node))
    default:
      return try missingSome(node)
    }
  }

  /// The value at a path of components, behind an optional list that says how far to climb.
  private func climb(_ values: [JSON], _ node: RuleNode) throws(RuleFailure) -> JSON? {
    var rest = values[...]
    var level = 0
    if case .array(let climb) = values.first {
      guard climb.count == 1, let count = climb[0].intValue, count.magnitude <= 1_024 else {
        throw .invalidArguments(node)
      }
      level = abs(count)
      rest = rest.dropFirst()
    }
    let components = rest.compactMap(\.pathComponent)
    guard components.count == rest.count else { return nil }
    return scope.value(at: VariablePath(components), level: level)
  }

  private func paths(in values: [JSON], _ node: RuleNode) throws(RuleFailure) -> [VariablePath] {
    let names = values.first?.arrayValue ?? values
    let paths = names.compactMap(\.dottedPath)
    guard paths.count == names.count else { throw .invalidArguments(node) }
    return paths
  }

  private mutating func missing(
    of paths: [VariablePath],
    _ node: RuleNode
  ) throws(RuleFailure) -> [JSON] {
    try budget.spend(node, paths.count)
    return paths.filter { scope.isEmpty(at: $0) }.map { .string($0.description) }
  }

  private mutating func missingSome(_ node: RuleNode) throws(RuleFailure) -> JSON {
    guard node.children.count >= 2 else { throw .invalidArguments(node) }
    let need = try value(of: node.children[0])
    guard let need = need.number?.double else { throw .notANumber(node) }
    let names = try value(of: node.children[1])
    let paths = try paths(in: [names], node)
    let missing = try missing(of: paths, node)
    return Double(paths.count - missing.count) >= need ? [] : .array(missing)
  }
}

extension Scope {
  /// Whether `missing` counts a path: absent, null or "".
  func isEmpty(at path: VariablePath) -> Bool {
    switch value(at: path) {
    case nil, .null, .string(""): true
    default: false
    }
  }
}

extension JSON {
  /// This value as a dotted path: text, a number as it prints, null as the whole data.
  var dottedPath: VariablePath? {
    switch self {
    case .null: VariablePath([])
    case .string(let text): VariablePath(dotted: text)
    case .number(let number): VariablePath(dotted: number.description)
    default: nil
    }
  }
}
