extension RuleCompiler {
  /// A variable node for `var` and `val` with a path that stands in the rule; nil for any other.
  mutating func variable(
    _ operation: Operator,
    _ arguments: JSON,
    at pointer: JSONPointer,
    depth: Int
  ) -> RuleNode? {
    switch operation {
    case .variable:
      var path = arguments
      var fallback: JSON?
      if case .array(let items) = arguments {
        path = items.first ?? .null
        fallback = items.dropFirst().first
      }
      guard let path = dottedPath(path) else { return nil }
      let place = pointer.appending(Operator.variable.rawValue).appending(1)
      let children = fallback.map { [compile($0, at: place, depth: depth + 1)] } ?? []
      return RuleNode(.variable(.init(path: path, level: 0)), children, at: pointer)
    case .value:
      guard let (components, level) = components(arguments) else { return nil }
      let variable = RuleNode.Variable(path: VariablePath(components), level: level)
      return RuleNode(.variable(variable), at: pointer)
    default:
      return nil
    }
  }

  private func dottedPath(_ json: JSON) -> VariablePath? {
    switch json {
    case .null: VariablePath([])
    case .string(let text): VariablePath(dotted: text)
    case .number(let number): VariablePath(dotted: number.description)
    default: nil
    }
  }

  private func components(_ json: JSON) -> (components: [String], level: Int)? {
    guard case .array(let items) = json else {
      return json.pathComponent.map { ([$0], 0) }
    }
    var rest = items[...]
    var level = 0
    if case .array(let climb) = items.first {
      guard climb.count == 1, let count = climb[0].intValue, count.magnitude <= 1_024 else {
        return nil
      }
      level = abs(count)
      rest = rest.dropFirst()
    }
    let components = rest.compactMap(\.pathComponent)
    return components.count == rest.count ? (components, level) : nil
  }

  /// The paths a test for presence names, where all of them stand in the rule.
  func testedPaths(_ operation: Operator, _ arguments: JSON) -> [VariablePath]? {
    switch operation {
    case .missing:
      let names = arguments.arrayValue ?? [arguments]
      let paths = names.compactMap(dottedPath)
      return paths.count == names.count ? paths : nil
    case .missingSome:
      guard let names = arguments[1]?.arrayValue else { return nil }
      let paths = names.compactMap(dottedPath)
      return paths.count == names.count ? paths : nil
    case .exists:
      return components(arguments).flatMap { $0.level == 0 ? [VariablePath($0.components)] : nil }
    default:
      return nil
    }
  }
}

extension JSON {
  /// This value as one component of a path: a text, or a number as it prints.
  var pathComponent: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.description
    default: nil
    }
  }
}
