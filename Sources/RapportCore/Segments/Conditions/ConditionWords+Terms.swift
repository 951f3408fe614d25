import JSONLogic

/// Words for what is no `Condition`: comparisons of what is computed, tests for several attributes.
extension ConditionWords {
  /// `spend / orders more than 50`, `orders equal to returns`, `orders or spend not known`.
  func statement(_ node: RuleNode) -> String {
    if let words = presence(node, isNegated: false) { return words }
    switch node.literal {
    case true?: return "everybody"
    case false?: return "nobody"
    default: break
    }
    let operands = node.children
    guard let sign = node.operator.flatMap(Self.comparison), operands.count == 2 else {
      return term(node, isInner: false)
    }
    let terms = operands.map { term($0, isInner: $0.operator.flatMap(Self.comparison) != nil) }
    return "\(terms[0]) \(sign) \(terms[1])"
  }

  /// What `missing` and `missing_some` of several attributes say; nil for anything else.
  func presence(_ node: RuleNode, isNegated: Bool) -> String? {
    guard let paths = node.testedPaths, !paths.isEmpty else { return nil }
    let labels = paths.map { label($0.description) }
    switch node.operator {
    case .missing:
      return Self.list(labels, isNegated ? "and" : "or") + (isNegated ? " known" : " not known")
    case .missingSome:
      guard let count = node.children.first?.literal?.doubleValue else { return nil }
      let amount = isNegated ? "at least" : "fewer than"
      return "\(amount) \(NumberWords.words(count)) known of \(Self.list(labels, "and"))"
    default: return nil
    }
  }

  /// A value as the rule computes it: labels for attributes, signs for arithmetic, names for the rest.
  private func term(_ node: RuleNode, isInner: Bool) -> String {
    switch node.kind {
    case .literal(let value): return value.compact()
    case .variable(let variable):
      let path = variable.path.description
      let label = path.isEmpty ? "everything known" : label(path)
      return node.children.first.map { "\(label) or else \(term($0, isInner: true))" } ?? label
    case .list: return "[\(node.children.map { term($0, isInner: false) }.joined(separator: ", "))]"
    case .operation, .custom:
      if let condition = Condition(node) {
        return isInner ? "(\(phrase(condition)))" : phrase(condition)
      }
      if case .custom("age_years") = node.kind, let path = node.children.first?.variable?.path {
        return subject(Condition(.years(path.description), .isKnown))
      }
      let name = node.operator.flatMap(Self.comparison) ?? node.name ?? ""
      let isSign = !(node.name ?? "").contains(where: \.isLetter)
      guard isSign, node.children.count > 1 else {
        return "\(name)(\(operands(of: node).joined(separator: ", ")))"
      }
      let text = node.children.map { term($0, isInner: true) }.joined(separator: " \(name) ")
      return isInner ? "(\(text))" : text
    }
  }

  /// The operands of an operation; the rule for each item of a list as what the item has to be.
  private func operands(of node: RuleNode) -> [String] {
    let readsItems = node.operator?.isIterator ?? (node.kind == .custom("count_where"))
    return node.children.enumerated().map { position, child in
      readsItems && position == 1
        ? predicate(child, of: node.children[0].variable?.path.description)
        : term(child, isInner: false)
    }
  }

  private static func comparison(_ operation: Operator) -> String? {
    switch operation {
    case .equal, .strictEqual: "equal to"
    case .notEqual, .strictNotEqual: "different from"
    case .less: "less than"
    case .lessOrEqual: "at most"
    case .greater: "more than"
    case .greaterOrEqual: "at least"
    default: nil
    }
  }

  /// `A, B or C`.
  static func list(_ words: [String], _ junction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return "\(words.dropLast().joined(separator: ", ")) \(junction) \(last)"
  }
}
