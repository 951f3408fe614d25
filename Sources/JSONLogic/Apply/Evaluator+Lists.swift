extension Evaluator {
  mutating func transform(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> JSON {
    guard node.children.count >= 2, !node.children[0].isNull else {
      throw .invalidArguments(node)
    }
    let body = node.children[1]
    guard !body.isNull else { throw .invalidArguments(node) }
    let list = try value(of: node.children[0])
    guard !list.isNull else { return [] }
    guard case .array(let items) = list else { throw .invalidArguments(node) }
    var results: [JSON] = []
    for (index, item) in items.enumerated() {
      let result = try value(of: body, for: item, index)
      if operation == .map {
        results.append(result)
      } else if result.isTruthy {
        results.append(item)
      }
    }
    try budget.build(node, results.count)
    return .array(results)
  }

  mutating func quantify(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> JSON {
    guard node.children.count >= 2 else { throw .invalidArguments(node) }
    guard case .array(let items) = try value(of: node.children[0]) else {
      throw .invalidArguments(node)
    }
    // `all` looks for an item that fails, `some` and `none` for one that holds.
    let sought = operation != .allItems
    for (index, item) in items.enumerated() {
      let holds = try value(of: node.children[1], for: item, index).isTruthy
      if holds == sought { return .bool(operation == .someItem) }
    }
    return .bool(operation == .noItem || (operation == .allItems && !items.isEmpty))
  }

  mutating func reduce(_ node: RuleNode) throws(RuleFailure) -> JSON {
    guard node.children.count >= 2 else { throw .invalidArguments(node) }
    let list = try value(of: node.children[0])
    var accumulator = node.children.count > 2 ? try value(of: node.children[2]) : .null
    guard !list.isNull else { return accumulator }
    guard case .array(let items) = list else { throw .invalidArguments(node) }
    for (index, item) in items.enumerated() {
      scope.push(.reduction(current: item, accumulator: accumulator, index: index))
      accumulator = try value(of: node.children[1])
      scope.pop()
      // What goes round could double in each round, shared and therefore cheap to build.
      try budget.weigh(accumulator, node)
    }
    return accumulator
  }

  mutating func merge(_ node: RuleNode) throws(RuleFailure) -> JSON {
    var merged: [JSON] = []
    for value in try spreadValues(of: node) {
      guard case .array(let items) = value else {
        merged.append(value)
        continue
      }
      try budget.build(node, items.count)
      merged += items
    }
    return .array(merged)
  }

  mutating func contains(_ node: RuleNode) throws(RuleFailure) -> JSON {
    let values = try values(of: node)
    guard values.count >= 2 else { return false }
    switch values[1] {
    case .array(let items):
      for item in items {
        try budget.spend(node)
        try budget.compare(values[0], item, node)
        if item == values[0] { return true }
      }
      return false
    case .string(let text):
      guard values[0].isTextual else { return false }
      let part = values[0].text
      try budget.spend(node, 1 + Text.cost(text, part))
      return .bool(Text.contains(text, part))
    default:
      return false
    }
  }
}

extension JSON {
  /// Whether `in` looks for this in a text: a text, a number or a Boolean as it prints.
  var isTextual: Bool {
    switch self {
    case .bool, .number, .string: true
    case .null, .array, .object: false
    }
  }
}

extension Text {
  /// The steps a search may take, in units of 64 comparisons.
  static func cost(_ text: String, _ part: String) -> Int {
    let (product, overflow) = text.utf8.count.multipliedReportingOverflow(by: part.utf8.count)
    return overflow ? Int.max / 2 : product / 64
  }
}
