package import JSONLogic

/// What a rule is made of, read without evaluating it.
package enum RuleShape {
  /// How many conditions the rule joins: comparisons, list tests and bare variables.
  package static func conditionCount(_ node: RuleNode) -> Int {
    switch node.kind {
    case .operation(.and), .operation(.or), .operation(.not), .operation(.truthy), .operation(.if):
      node.children.reduce(0) { $0 + conditionCount($1) }
    case .literal, .list: 0
    case .variable, .operation, .custom: 1
    }
  }

  /// An attribute that a rule reads, and where the rule names it.
  package struct Variable: Hashable, Sendable {
    package var path: String
    package var pointer: JSONPointer
  }

  /// The customer's attributes that the rule names, in order; variables of list items are not among
  /// them.
  package static func variables(_ node: RuleNode) -> [Variable] {
    var found: [Variable] = []
    collect(node, depth: 0, into: &found)
    return found
  }

  /// `depth` counts the lists whose items stand in front of the customer.
  private static func collect(_ node: RuleNode, depth: Int, into found: inout [Variable]) {
    if let variable = node.variable, variable.level == 2 * depth, !variable.path.components.isEmpty
    {
      found.append(Variable(path: variable.path.description, pointer: node.pointer))
    }
    if depth == 0, let paths = node.testedPaths {
      found += paths.map { Variable(path: $0.description, pointer: node.pointer) }
    }
    for (position, child) in node.children.enumerated() {
      let isInside = position == 1 && readsItems(node)
      collect(child, depth: depth + (isInside ? 1 : 0), into: &found)
    }
  }

  private static func readsItems(_ node: RuleNode) -> Bool {
    switch node.kind {
    case .operation(let operation): operation.isIterator
    case .custom(let name): name == "count_where"
    case .literal, .list, .variable: false
    }
  }

  /// The segments that the rule asks for with `in_segment`, and where.
  package static func segments(_ node: RuleNode) -> [(id: Segment.ID, pointer: JSONPointer)] {
    var found: [(id: Segment.ID, pointer: JSONPointer)] = []
    node.visit { node in
      guard node.kind == .custom("in_segment"), let first = node.children.first,
        let id = first.literal?.stringValue ?? first.literal?[0]?.stringValue
      else { return }
      found.append((Segment.ID(id), node.pointer))
    }
    return found
  }
}
