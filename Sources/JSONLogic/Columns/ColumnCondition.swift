/// A condition of a rule: a part that `and`, `or`, `!`, `!!` and `if` combine with others.
struct ColumnCondition {
  /// What the condition reads.
  enum Source {
    /// Nothing: the answer is the same for every row.
    case nothing
    /// Columns, each with its path.
    case columns([(path: VariablePath, column: Column)])
    /// What the host answers for this operation.
    case host(name: String, operands: [JSON])
    /// Something that no column has.
    case records
  }

  /// The condition as a rule of its own.
  let rule: Rule
  let source: Source

  init(_ rule: Rule, in table: ColumnTable, hostOperations: Set<String>) {
    self.rule = rule
    source = Self.source(rule, table, hostOperations)
  }

  private static func source(
    _ rule: Rule,
    _ table: ColumnTable,
    _ hostOperations: Set<String>
  ) -> Source {
    if case .custom(let name) = rule.root.kind, hostOperations.contains(name) {
      let operands = rule.root.children.compactMap(\.literal)
      if operands.count == rule.root.children.count {
        return .host(name: name, operands: operands)
      }
    }
    var isReadable = true
    rule.root.visit { node in
      switch node.kind {
      case .custom(let name): if hostOperations.contains(name) { isReadable = false }
      case .operation(.variable), .operation(.value): isReadable = false
      case .operation(.missing), .operation(.missingSome), .operation(.exists):
        if node.testedPaths == nil { isReadable = false }
      default: break
      }
    }
    guard isReadable else { return .records }
    var columns: [(path: VariablePath, column: Column)] = []
    for use in rule.variables
    where !use.isInner && !columns.contains(where: { $0.path == use.path }) {
      guard let column = table[use.path] else { return .records }
      columns.append((use.path, column))
    }
    return columns.isEmpty ? .nothing : .columns(columns)
  }

  /// Whether no data makes the condition raise an error.
  ///
  /// True only for what cannot fail whatever it is given: the rest may or may not.
  var isSafe: Bool {
    var isSafe = true
    rule.root.visit { node in
      switch node.kind {
      case .literal, .list, .variable: break
      case .custom(let name):
        if let operation = rule.operations[name], operation.verdict == nil { break }
        isSafe = false
      case .operation(let operation):
        switch operation {
        case .exists, .missing: isSafe = isSafe && node.testedPaths != nil
        case .coalesce, .and, .or, .not, .truthy, .if, .in: break
        case .someItem, .allItems, .noItem: isSafe = isSafe && node.children[0].variable != nil
        case let operation where operation.isComparison: break
        default: isSafe = false
        }
        let hasOperands = node.children.count >= operation.arity.lowerBound
        isSafe = isSafe && hasOperands && (node.hasListArguments || !operation.demandsList)
      }
    }
    return isSafe
  }
}

/// Values of some variables, as a rule reads them.
struct ColumnValues: RuleData {
  var values: [(path: VariablePath, value: JSON?)]

  func value(at path: VariablePath) -> JSON? {
    for entry in values where entry.path == path { return entry.value }
    return nil
  }
}
