/// Turns the JSON of a rule into nodes, once, and collects what is wrong with it.
struct RuleCompiler {
  let operations: Operations
  let limits: RuleLimits
  private(set) var problems: [RuleProblem] = []
  private var nodes = 0

  init(operations: Operations, limits: RuleLimits) {
    self.operations = operations
    self.limits = limits
  }

  /// Compiles the value at a place; past a limit only a literal null comes back.
  mutating func compile(_ json: JSON, at pointer: JSONPointer, depth: Int = 1) -> RuleNode {
    nodes += 1
    guard nodes <= limits.nodes else {
      if nodes == limits.nodes + 1 {
        report(.tooLarge, at: pointer, "the rule has more than \(limits.nodes) nodes", "split it")
      }
      return RuleNode(.literal(.null), at: pointer)
    }
    guard depth <= limits.depth else {
      if problems.last?.kind != .tooDeep {
        report(
          .tooDeep,
          at: pointer,
          "the rule nests deeper than \(limits.depth) levels",
          "make it flatter"
        )
      }
      return RuleNode(.literal(.null), at: pointer)
    }
    switch json {
    case .array(let items):
      return list(items, at: pointer, depth: depth)
    case .object(let object):
      guard object.count == 1, let entry = object.first else {
        checkData(object, at: pointer)
        return RuleNode(.literal(json), at: pointer)
      }
      return operation(entry.key, entry.value, at: pointer, depth: depth)
    case .null, .bool, .number, .string:
      return RuleNode(.literal(json), at: pointer)
    }
  }

  mutating func report(
    _ kind: RuleProblem.Kind,
    at pointer: JSONPointer,
    _ reason: String,
    _ remedy: String?
  ) {
    problems.append(RuleProblem(kind: kind, pointer: pointer, reason: reason, remedy: remedy))
  }

  /// A list of literals is one literal; any other list keeps its items as children.
  private mutating func list(_ items: [JSON], at pointer: JSONPointer, depth: Int) -> RuleNode {
    let children = compileAll(items, at: pointer, depth: depth)
    let values = children.compactMap(\.literal)
    return values.count == children.count
      ? RuleNode(.literal(.array(values)), at: pointer)
      : RuleNode(.list, children, at: pointer)
  }

  private mutating func compileAll(
    _ items: [JSON],
    at pointer: JSONPointer,
    depth: Int
  ) -> [RuleNode] {
    var children: [RuleNode] = []
    for (position, item) in items.enumerated() {
      guard nodes <= limits.nodes else { break }
      children.append(compile(item, at: pointer.appending(position), depth: depth + 1))
    }
    return children
  }

  private mutating func operation(
    _ name: String,
    _ arguments: JSON,
    at pointer: JSONPointer,
    depth: Int
  ) -> RuleNode {
    let place = pointer.appending(name)
    let core = Operator(name: name)
    if core == .preserve { return RuleNode(.literal(arguments), at: pointer) }
    guard core != nil || operations[name] != nil else {
      let near = Spelling.nearest(to: name, among: operations.allNames)
      report(
        .unknownOperation,
        at: place,
        "no operation is called \(JSON.string(name))",
        near.map { "did you mean \(JSON.string($0))" }
          ?? "to write an object as data, wrap it: {\"preserve\": ...}"
      )
      return RuleNode(.literal(.null), at: pointer)
    }
    if let core, let variable = variable(core, arguments, at: pointer, depth: depth) {
      return variable
    }
    let children: [RuleNode]
    var isList = false
    if case .array(let items) = arguments {
      children = compileAll(items, at: place, depth: depth)
      isList = true
    } else {
      children = [compile(arguments, at: place, depth: depth + 1)]
    }
    let node = RuleNode(
      core.map { .operation($0) } ?? .custom(name),
      children,
      at: pointer,
      hasListArguments: isList,
      testedPaths: core.flatMap { testedPaths($0, arguments) }
    )
    check(node, named: name, at: place)
    return node
  }
}
