package import JSONLogic

/// One line of a rule in its indented form.
package struct OutlineLine: Hashable, Sendable {
  /// How many groups it stands in.
  package var depth: Int
  package var text: String
  /// Where it stands in the rule.
  package var pointer: JSONPointer

  package init(depth: Int, text: String, pointer: JSONPointer) {
    self.depth = depth
    self.text = text
    self.pointer = pointer
  }

  /// With two spaces for each group.
  package var indented: String { String(repeating: "  ", count: depth) + text }
}

extension ConditionWords {
  /// The rule with a line for each condition and each group.
  ///
  /// ```
  /// all of
  ///   orders at least 12
  ///   any of
  ///     device iOS
  ///     spend more than 10 EUR
  /// ```
  package func outline(_ rule: Rule) -> [OutlineLine] {
    var lines: [OutlineLine] = []
    outline(rule.root, depth: 0, isNegated: false, into: &lines)
    return lines
  }

  private func outline(
    _ node: RuleNode,
    depth: Int,
    isNegated: Bool,
    into lines: inout [OutlineLine]
  ) {
    func add(_ text: String) {
      lines.append(OutlineLine(depth: depth, text: text, pointer: node.pointer))
    }
    func children(_ nodes: ArraySlice<RuleNode>, depth: Int) {
      for child in nodes { outline(child, depth: depth, isNegated: false, into: &lines) }
    }
    if let condition = Condition(node) {
      return add(phrase(isNegated ? condition.negated : condition))
    }
    switch node.operator {
    case .and where node.isJunction:
      add(isNegated ? "not all of" : "all of")
      children(node.children[...], depth: depth + 1)
    case .or where node.isJunction:
      add(isNegated ? "none of" : "any of")
      children(node.children[...], depth: depth + 1)
    case .not where node.children.count == 1:
      outline(node.children[0], depth: depth, isNegated: !isNegated, into: &lines)
    case .truthy where node.children.count == 1:
      outline(node.children[0], depth: depth, isNegated: isNegated, into: &lines)
    case .if where !isNegated && node.children.count > 1:
      for (position, child) in node.children.enumerated() {
        let isLast = position == node.children.count - 1
        let word =
          position.isMultiple(of: 2)
          ? (isLast ? "else" : position == 0 ? "if" : "else if")
          : "then"
        lines.append(OutlineLine(depth: depth, text: word, pointer: child.pointer))
        outline(child, depth: depth + 1, isNegated: false, into: &lines)
      }
    default:
      let negated = isNegated ? presence(node, isNegated: true) ?? "not (\(sentence(node)))" : nil
      add(negated ?? sentence(node))
    }
  }
}
