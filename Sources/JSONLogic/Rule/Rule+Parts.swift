extension Rule {
  /// A variable that a rule reads.
  public struct VariableUse: Hashable, Sendable {
    /// The path: from the root of the data, or from an item of `list`.
    public let path: VariablePath
    /// Where the rule reads it.
    public let pointer: JSONPointer
    /// Whether the path starts at an item of a list, an accumulator or an error, not at the root.
    public let isInner: Bool
    /// The path of the list whose items are read, where the list is a plain variable of the root.
    public let list: VariablePath?
    /// Whether the rule only tests whether the path is there.
    public let isPresenceTest: Bool
  }

  /// Every variable the rule reads, in order, with a use for each place.
  ///
  /// A path that is computed while reading is not here.
  public var variables: [VariableUse] {
    var uses: [VariableUse] = []
    collect(root, lists: [], into: &uses)
    return uses
  }

  /// Collects below a node; `lists` has the lists whose items stand in front, innermost last.
  private func collect(
    _ node: RuleNode,
    lists: [VariablePath?],
    into uses: inout [VariableUse]
  ) {
    func use(_ path: VariablePath, level: Int, isTest: Bool) {
      let outer = level / 2
      guard level.isMultiple(of: 2), outer <= lists.count else { return }
      let isInner = outer < lists.count
      uses.append(
        VariableUse(
          path: path,
          pointer: node.pointer,
          isInner: isInner,
          list: isInner ? lists[lists.count - 1 - outer] : nil,
          isPresenceTest: isTest
        )
      )
    }
    if let variable = node.variable { use(variable.path, level: variable.level, isTest: false) }
    for path in node.testedPaths ?? [] { use(path, level: 0, isTest: true) }
    for (position, child) in node.children.enumerated() {
      let inner = node.lists(at: position, in: lists, operations)
      collect(child, lists: inner, into: &uses)
    }
  }

  /// The conditions of the rule: what `and`, `or`, `!`, `!!` and `if` combine, in order.
  ///
  /// A condition is a comparison, a test, an iterator, a host's operation, or a variable or literal
  /// that is read as a truth value.
  public var conditions: [RuleNode] {
    var conditions: [RuleNode] = []
    collectConditions(root, into: &conditions)
    return conditions
  }

  private func collectConditions(_ node: RuleNode, into conditions: inout [RuleNode]) {
    switch node.operator {
    case .and, .or, .not, .truthy, .if:
      for child in node.children { collectConditions(child, into: &conditions) }
    default:
      conditions.append(node)
    }
  }
}

extension RuleNode {
  /// What stands in front of the data for an operand: one entry more below an iterator or in a
  /// later operand of `try`.
  fileprivate func lists(
    at position: Int,
    in lists: [VariablePath?],
    _ operations: Operations
  ) -> [VariablePath?] {
    switch kind {
    case .operation(.try):
      position > 0 ? lists + [nil] : lists
    case .operation(.reduce):
      position == 1 ? lists + [nil] : lists
    default:
      position == 1 && readsItems(operations) ? lists + [listPath(in: lists)] : lists
    }
  }

  /// Whether the second operand is read once for each item of the first.
  func readsItems(_ operations: Operations) -> Bool {
    switch kind {
    case .operation(let operation):
      return operation.isIterator
    case .custom(let name):
      guard case .items = operations[name]?.body else { return false }
      return true
    case .literal, .list, .variable:
      return false
    }
  }

  private func listPath(in lists: [VariablePath?]) -> VariablePath? {
    guard lists.isEmpty, let variable = children.first?.variable, variable.level == 0 else {
      return nil
    }
    return variable.path
  }
}
