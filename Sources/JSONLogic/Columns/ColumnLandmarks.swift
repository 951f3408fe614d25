/// The values of a variable at which the answer of a condition changes.
///
/// Between two neighbours the answer is the same, so that it need not be read for every value of a
/// column. Nil means that nothing is known and every value has to be read.
struct ColumnLandmarks {
  private(set) var numbers: [Double]? = []
  private(set) var dates: [[UInt8]]? = []
  private(set) var texts: [[UInt8]]? = []

  /// Of a condition that reads one variable.
  init(_ condition: Rule) {
    if condition.root.variable != nil {
      numbers = [0]
    } else {
      collect(condition.root, condition.operations)
    }
  }

  private mutating func collect(_ node: RuleNode, _ operations: Operations) {
    switch node.kind {
    case .literal: break
    case .list, .variable: giveUp()
    case .custom(let name):
      guard let landmarks = operations[name]?.landmarks, node.children.first?.variable != nil else {
        return giveUp()
      }
      let operands = node.children.dropFirst().compactMap(\.literal)
      guard operands.count == node.children.count - 1 else { return giveUp() }
      dates?.append(
        contentsOf: landmarks(operands).compactMap { $0.stringValue.map { Array($0.utf8) } }
      )
      numbers = nil
      texts = nil
    case .operation(let operation):
      switch operation {
      case .exists, .missing: if node.testedPaths == nil { giveUp() }
      case .in: membership(node, operations)
      case .and, .or, .not, .truthy, .if, .coalesce: children(of: node, operations)
      case let operation where operation.isArithmetic: children(of: node, operations)
      case let operation where operation.isComparison: comparison(node, operations)
      default: giveUp()
      }
    }
  }

  private mutating func children(of node: RuleNode, _ operations: Operations) {
    for child in node.children { collect(child, operations) }
  }

  private mutating func comparison(_ node: RuleNode, _ operations: Operations) {
    let isDirect = node.children.contains { $0.variable != nil }
    for child in node.children {
      if let literal = child.literal {
        add(literal)
      } else if child.variable == nil {
        // What a variable is compared with must not depend on it.
        if isDirect { giveUp() } else { collect(child, operations) }
      }
    }
  }

  private mutating func membership(_ node: RuleNode, _ operations: Operations) {
    guard node.children.contains(where: { $0.variable != nil }) else {
      return children(of: node, operations)
    }
    guard node.children.count == 2, node.children[0].variable != nil,
      let items = node.children[1].literal?.arrayValue
    else { return giveUp() }
    for item in items { add(item) }
  }

  /// A literal that the variable is compared with; null counts as 0.
  private mutating func add(_ literal: JSON) {
    numbers?.append(0)
    if let number = literal.doubleValue { numbers?.append(number) }
    guard let text = literal.stringValue else { return }
    dates?.append(Array(text.utf8))
    texts?.append(Array(text.utf8))
  }

  private mutating func giveUp() { (numbers, dates, texts) = (nil, nil, nil) }
}
