extension Reader {
  /// The items of an iterator's list.
  private enum Items {
    case list([JSON])
    case blocked(Reading)
  }

  /// A missing list and a value that is no list are unknown; a literal that is none is broken.
  private mutating func items(of node: RuleNode) throws(RuleFailure) -> Items {
    guard node.children.count >= 2 else { return .blocked(.broken(.invalidArguments(node))) }
    let list = node.children[0]
    switch try read(list) {
    case .value(.array(let items)): return .list(items)
    case .value where list.literal != nil: return .blocked(.broken(.invalidArguments(node)))
    case .broken(let failure): return .blocked(.broken(failure))
    case .value, .missing, .unknown, .truth: return .blocked(.unknown)
    }
  }

  /// `all` as an `and`, `some` as an `or` and `none` as its opposite, over the items' answers.
  mutating func quantify(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> Reading {
    let items: [JSON]
    switch try self.items(of: node) {
    case .list(let known): items = known
    case .blocked(let reading): return reading
    }
    let deciding: Answer = operation == .allItems ? .out : .in
    var isUnknown = false
    for (index, item) in items.enumerated() {
      let reading = try read(node.children[1], in: .item(item, index: index), index)
      switch reading.answer {
      case .broken: return reading
      case .unknown: isUnknown = true
      case let answer where answer == deciding: return Reading(operation == .someItem)
      case .in, .out: break
      }
    }
    if isUnknown { return .unknown }
    return Reading(operation == .noItem || (operation == .allItems && !items.isEmpty))
  }

  mutating func transform(_ operation: Operator, _ node: RuleNode) throws(RuleFailure) -> Reading {
    let items: [JSON]
    switch try self.items(of: node) {
    case .list(let known): items = known
    case .blocked(let reading): return reading
    }
    let body = node.children[1]
    guard !body.isNull else { return .broken(.invalidArguments(node)) }
    var results: [JSON] = []
    for (index, item) in items.enumerated() {
      let reading = try read(body, in: .item(item, index: index), index)
      if case .broken = reading { return reading }
      if operation == .map {
        guard case .value(let value) = reading else { return .unknown }
        results.append(value)
      } else {
        guard reading.answer != .unknown else { return .unknown }
        if reading.answer == .in { results.append(item) }
      }
    }
    try budget.build(node, results.count)
    return .value(.array(results))
  }

  mutating func reduce(_ node: RuleNode) throws(RuleFailure) -> Reading {
    let items: [JSON]
    switch try self.items(of: node) {
    case .list(let known): items = known
    case .blocked(let reading): return reading
    }
    var accumulator = JSON.null
    if node.children.count > 2 {
      let reading = try read(node.children[2])
      if case .broken = reading { return reading }
      guard case .value(let value) = reading else { return .unknown }
      accumulator = value
    }
    for (index, item) in items.enumerated() {
      let frame = Scope.Frame.reduction(current: item, accumulator: accumulator, index: index)
      let reading = try read(node.children[1], in: frame, index)
      if case .broken = reading { return reading }
      guard case .value(let value) = reading else { return .unknown }
      accumulator = value
      try budget.weigh(accumulator, node)
    }
    return .value(accumulator)
  }

  /// A host's operation on the number of items that a rule holds for.
  mutating func count(
    _ node: RuleNode,
    _ evaluate: @Sendable (Int, Int) -> JSON
  ) throws(RuleFailure) -> Reading {
    guard node.children.count == 2 else { return .broken(.invalidArguments(node)) }
    let items: [JSON]
    switch try self.items(of: node) {
    case .list(let known): items = known
    case .blocked(let reading): return reading
    }
    var holding = 0
    for (index, item) in items.enumerated() {
      let reading = try read(node.children[1], in: .item(item, index: index), index)
      switch reading.answer {
      case .in: holding += 1
      case .out: break
      case .unknown: return .unknown
      case .broken: return reading
      }
    }
    return .value(evaluate(holding, items.count))
  }
}
