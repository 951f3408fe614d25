package import JSONLogic

extension ConditionWords {
  /// The rule as a sentence, with brackets where it nests: *orders at least 12, and last order within
  /// 90 days, and (device iOS or device Android)*.
  package func sentence(_ rule: Rule) -> String { sentence(rule.root, isInner: false) }

  /// A part of a rule as a sentence.
  func sentence(_ node: RuleNode) -> String { sentence(node, isInner: false) }

  private func sentence(_ node: RuleNode, isInner: Bool) -> String {
    if let condition = Condition(node) { return phrase(condition) }
    let text: String
    switch node.operator {
    case .and where node.isJunction: text = join(node, ", and ", inner: " and ", isInner)
    case .or where node.isJunction: text = join(node, ", or ", inner: " or ", isInner)
    case .and, .or: return node.children.isEmpty ? "nobody" : statement(node)
    case .not:
      guard let first = node.children.first else { return "everybody" }
      if let words = presence(first, isNegated: true) { return words }
      let inner = sentence(first, isInner: true)
      return inner.hasPrefix("(") ? "not \(inner)" : "not (\(inner))"
    case .truthy:
      return node.children.first.map { sentence($0, isInner: isInner) } ?? "nobody"
    case .if where node.children.count > 1: text = branches(node)
    default: return statement(node)
    }
    return isInner && node.children.count > 1 ? "(\(text))" : text
  }

  /// `if A then B, else if C then D, else E`.
  private func branches(_ node: RuleNode) -> String {
    let parts = node.children.map { sentence($0, isInner: true) }
    var clauses: [String] = []
    for position in stride(from: 0, to: parts.count, by: 2) {
      let word = position == 0 ? "" : "else "
      let isLast = position == parts.count - 1
      clauses.append(
        isLast ? word + parts[position] : "\(word)if \(parts[position]) then \(parts[position + 1])"
      )
    }
    if parts.count.isMultiple(of: 2) { clauses.append("else nobody") }
    return clauses.joined(separator: ", ")
  }

  private func join(
    _ node: RuleNode,
    _ separator: String,
    inner: String,
    _ isInner: Bool
  ) -> String {
    node.children.map { sentence($0, isInner: true) }.joined(separator: isInner ? inner : separator)
  }
}

extension RuleNode {
  /// Whether it joins operands that stand in a list: else it is an error when it is read.
  var isJunction: Bool { hasListArguments && !children.isEmpty }
}
