extension RuleCompiler {
  /// Reports operands that an operation cannot read.
  ///
  /// None of this is fatal: the community's suites expect such rules to load and to fail only where
  /// they are reached.
  mutating func check(_ node: RuleNode, named name: String, at place: JSONPointer) {
    let core = node.operator
    guard node.hasListArguments || core?.demandsList != true else {
      report(
        .arity,
        at: place,
        "the operands of \(JSON.string(name)) must stand in a list",
        "write {\"\(name)\": [ ... ]}"
      )
      return
    }
    let arity = core?.arity ?? operations[name]?.arity ?? 0...Int.max
    let spreads = !node.hasListArguments && node.children.first?.literal == nil
    if !spreads, !arity.contains(node.children.count) {
      report(
        .arity,
        at: place,
        "\(JSON.string(name)) has \(count(node.children.count))",
        "it takes \(words(arity))"
      )
    }
    guard let core else { return }
    checkOperands(of: node, core, named: name)
  }

  private mutating func checkOperands(of node: RuleNode, _ core: Operator, named name: String) {
    if core.isIterator, let list = node.children.first?.literal, list.arrayValue == nil {
      report(
        .operand,
        at: node.children[0].pointer,
        "\(JSON.string(name)) reads a list, and this is \(list.kind)",
        "write a list, or a variable that holds one"
      )
    }
    guard core.isArithmetic || core.isOrdering else { return }
    for child in node.children {
      guard let value = child.literal else { continue }
      let isReadable =
        switch value {
        case .array(let items): core.isArithmetic && !node.hasListArguments && !items.isEmpty
        case .object: false
        case .string: core.isOrdering || value.number != nil
        case .null, .bool, .number: true
        }
      guard !isReadable else { continue }
      report(
        .operand,
        at: child.pointer,
        "\(JSON.string(name)) cannot read \(value.kind)",
        core.isArithmetic ? "write a number" : "write a number or text"
      )
    }
  }

  /// Reports an object of several keys that all name operations.
  mutating func checkData(_ object: JSONObject, at pointer: JSONPointer) {
    let names = operations.allNames
    guard object.count > 1, object.allSatisfy({ names.contains($0.key) }) else { return }
    report(
      .severalKeys,
      at: pointer,
      "an object with several keys reads as data, not as operations",
      "combine them: {\"and\": [{ ... }, { ... }]}"
    )
  }

  private func count(_ number: Int) -> String {
    number == 1 ? "1 operand" : "\(number) operands"
  }

  private func words(_ arity: ClosedRange<Int>) -> String {
    switch (arity.lowerBound, arity.upperBound) {
    case (let lower, Int.max): "at least \(lower)"
    case (let lower, let upper) where lower == upper: "\(lower)"
    case (let lower, let upper): "\(lower) to \(upper)"
    }
  }
}

extension Operator {
  /// Whether this compares by size.
  public var isOrdering: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}
