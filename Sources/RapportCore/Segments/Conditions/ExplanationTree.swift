package import JSONLogic

/// How a rule came to its answer, as it is shown: a line for each condition, with the value it
/// compared, and for each group.
package struct ExplanationTree: Sendable {
  package var answer: Membership.Answer
  /// `14 orders (12 or more)`, `all of`, `not known: last order`.
  package var text: String
  /// Where it stands in the rule.
  package var pointer: JSONPointer
  /// The attribute of a condition, and its value where that may be shown.
  package var path: String?
  package var actual: JSON?
  package var children: [ExplanationTree]

  package init(
    answer: Membership.Answer,
    text: String,
    pointer: JSONPointer,
    path: String? = nil,
    actual: JSON? = nil,
    children: [ExplanationTree] = []
  ) {
    self.answer = answer
    self.text = text
    self.pointer = pointer
    self.path = path
    self.actual = actual
    self.children = children
  }

  /// All of it from the top down, with how many groups each stands in.
  package var lines: [(depth: Int, node: ExplanationTree)] {
    [(0, self)] + children.flatMap { child in child.lines.map { ($0.depth + 1, $0.node) } }
  }
}

extension ReasonWords {
  /// The whole explanation in words.
  package func tree(_ explanation: Explanation) -> ExplanationTree {
    if let condition = Condition(explanation.node) { return leaf(explanation, condition.path) }
    let title: String
    switch explanation.node.operator {
    case .and: title = "all of"
    case .or: title = "any of"
    case .not: title = "not"
    case .truthy where explanation.children.count == 1: return tree(explanation.children[0])
    case .if: title = "if"
    default: return leaf(explanation, nil)
    }
    var node = ExplanationTree(
      answer: Membership.Answer(explanation.answer),
      text: title,
      pointer: explanation.pointer
    )
    node.children = explanation.children.map { tree($0) }
    return node
  }

  private func leaf(_ explanation: Explanation, _ path: String?) -> ExplanationTree {
    let reason =
      switch explanation.answer {
      case .in, .out: reason(explanation, isNegated: false)
      case .unknown, .broken: reasons(explanation).first
      }
    return ExplanationTree(
      answer: Membership.Answer(explanation.answer),
      text: reason?.text ?? words.sentence(explanation.node),
      pointer: explanation.pointer,
      path: reason?.path ?? path,
      actual: reason?.actual
    )
  }
}
