/// The values at which a rule's answer can change, as one variable changes.
struct Landmarks {
  /// What the variable is compared with by equality or membership.
  var equals: [JSON] = []
  /// What the variable is compared with by size.
  var thresholds: [JSON] = []
  /// What is looked for in the variable as a list or text.
  var members: [JSON] = []
  /// What a host's operation suggests.
  var suggestions: [JSON] = []
  /// Whether the variable is read as a truth value.
  var isCondition = false
  /// Whether the rule tests the presence of the variable.
  var isTested = false
  /// Whether every use is one of these, so that between two landmarks the answer cannot change.
  var isComplete = true

  /// More landmarks than this of one kind are not tried.
  static let limit = 128

  mutating func compare(with value: JSON, _ operation: Operator) {
    if value.isNull {
      isTested = true
    } else if operation.isOrdering {
      thresholds.append(value)
    } else {
      equals.append(value)
    }
  }
}

/// Collects the landmarks of every variable of the root data.
struct LandmarkSurvey {
  let data: any RuleData
  let operations: Operations
  private(set) var order: [VariablePath] = []
  private(set) var landmarks: [VariablePath: Landmarks] = [:]

  init(_ rule: Rule, _ data: any RuleData, _ operations: Operations) {
    self.data = data
    self.operations = operations
    condition(rule.root)
  }

  private mutating func note(_ path: VariablePath, _ change: (inout Landmarks) -> Void) {
    if landmarks[path] == nil { order.append(path) }
    change(&landmarks[path, default: Landmarks()])
  }

  /// A node that is read as a truth value.
  private mutating func condition(_ node: RuleNode) {
    if let path = node.plainPath {
      note(path) { $0.isCondition = true }
      return
    }
    switch node.operator {
    case .and, .or, .not, .truthy, .if:
      for child in node.children { condition(child) }
    case let operation? where operation.isComparison:
      comparison(node, operation)
    case .in:
      membership(node)
    case .someItem, .allItems, .noItem:
      iterator(node)
    case .missing, .missingSome, .exists:
      for path in node.testedPaths ?? [] { note(path) { $0.isTested = true } }
    default:
      if case .custom(let name) = node.kind { suggestion(node, operations[name]) }
      opaque(node)
    }
  }

  private mutating func comparison(_ node: RuleNode, _ operation: Operator) {
    for (position, operand) in node.children.enumerated() {
      guard let path = operand.plainPath else {
        opaque(operand)
        continue
      }
      for neighbour in [position - 1, position + 1] where node.children.indices ~= neighbour {
        if let value = settled(node.children[neighbour], besides: path) {
          note(path) { $0.compare(with: value, operation) }
        } else {
          note(path) { $0.isComplete = false }
        }
      }
    }
  }

  /// The value of an operand that does not change with a variable: a literal or another variable.
  private func settled(_ node: RuleNode, besides path: VariablePath) -> JSON? {
    if let literal = node.literal { return literal }
    guard let other = node.plainPath, !other.overlaps(path) else { return nil }
    return data.value(at: other)
  }

  private mutating func membership(_ node: RuleNode) {
    guard node.children.count == 2 else { return opaque(node) }
    let (needle, haystack) = (node.children[0], node.children[1])
    if let path = needle.plainPath, case .array(let items) = haystack.literal {
      note(path) { $0.equals += items.prefix(Landmarks.limit) }
    } else if let path = haystack.plainPath, let literal = needle.literal {
      note(path) { $0.members.append(literal) }
    } else {
      opaque(node)
    }
  }

  /// A test of the items themselves, such as `some` of the tags being in a list.
  private mutating func iterator(_ node: RuleNode) {
    guard node.children.count == 2, let path = node.children[0].plainPath else {
      return opaque(node)
    }
    var members: [JSON] = []
    node.children[1].visit { inner in
      guard inner.operator == .in || inner.operator?.isComparison == true else { return }
      for child in inner.children {
        guard let literal = child.literal else { continue }
        members += literal.arrayValue ?? [literal]
      }
    }
    note(path) {
      $0.members += members
      $0.isComplete = false
    }
    // Variables of the root that the items are compared with.
    opaque(node.children[1], depth: 1)
  }

  private mutating func suggestion(_ node: RuleNode, _ operation: Operation?) {
    guard let path = node.children.first?.plainPath, let suggest = operation?.suggest else {
      return
    }
    let rest = node.children.dropFirst().compactMap(\.literal)
    guard rest.count == node.children.count - 1 else { return }
    note(path) { $0.suggestions += suggest(rest).prefix(Landmarks.limit) }
  }

  /// A node whose result depends on its variables in a way that has no landmarks.
  private mutating func opaque(_ node: RuleNode, depth: Int = 0) {
    if let variable = node.variable, variable.level == depth * 2 {
      note(variable.path) { $0.isComplete = false }
    }
    if depth == 0 {
      for path in node.testedPaths ?? [] {
        note(path) {
          $0.isTested = true
          $0.isComplete = false
        }
      }
    }
    for (position, child) in node.children.enumerated() {
      let isInner = position == 1 && node.readsItems(operations)
      opaque(child, depth: isInner ? depth + 1 : depth)
    }
  }
}

extension RuleNode {
  /// The path of a variable of the innermost data that has no default.
  var plainPath: VariablePath? {
    guard let variable, variable.level == 0, children.isEmpty, !variable.path.components.isEmpty
    else { return nil }
    return variable.path
  }
}

extension VariablePath {
  /// Whether one path lies inside the other.
  func overlaps(_ other: VariablePath) -> Bool {
    components.starts(with: other.components) || other.components.starts(with: components)
  }
}
