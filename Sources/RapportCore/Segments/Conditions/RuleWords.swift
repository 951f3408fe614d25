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
    case .and: text = join(node, ", and ", inner: " and ", isInner)
    case .or: text = join(node, ", or ", inner: " or ", isInner)
    case .not:
      guard let first = node.children.first else { return node.source }
      let inner = sentence(first, isInner: true)
      return inner.hasPrefix("(") ? "not \(inner)" : "not (\(inner))"
    case .truthy:
      guard let first = node.children.first else { return node.source }
      return sentence(first, isInner: isInner)
    case .if where node.children.count == 3:
      let parts = node.children.map { sentence($0, isInner: true) }
      text = "if \(parts[0]) then \(parts[1]), else \(parts[2])"
    default:
      return node.literal == true ? "everybody" : node.literal == false ? "nobody" : node.source
    }
    return isInner && node.children.count > 1 ? "(\(text))" : text
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
