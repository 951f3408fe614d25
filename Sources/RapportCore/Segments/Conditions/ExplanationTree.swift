package import JSONLogic

/// How a rule came to its answer, as it is shown: a line for each condition, with the customer's own
/// value beside what was wanted, and for each group.
package struct ExplanationTree: Sendable {
  package var answer: Membership.Answer
  /// `14 orders (12 or more)`, `all of`, `not known: last order`.
  package var text: String
  /// The two halves of a condition: `14 orders` and `12 or more`; a group has only the first.
  package var found: String
  package var wanted: String?
  /// How little is missing where a condition is not as the rule wants it: `nearly: 1 order short`.
  package var near: String?
  /// Whether it lies on the way to what decided the answer of the whole.
  package var decides = true
  /// Where it stands in the rule.
  package var pointer: JSONPointer
  /// The attribute of a condition, and its value where that may be shown.
  package var path: String?
  package var actual: JSON?
  /// The segment that a condition asks for.
  package var segment: Segment.ID?
  package var children: [ExplanationTree] = []

  package init(
    answer: Membership.Answer,
    found: String,
    wanted: String? = nil,
    text: String? = nil,
    pointer: JSONPointer
  ) {
    self.answer = answer
    self.found = found
    self.wanted = wanted
    self.text = text ?? found + (wanted.map { " (\($0))" } ?? "")
    self.pointer = pointer
  }

  /// All of it from the top down, with how many groups each stands in.
  package var lines: [(depth: Int, node: ExplanationTree)] {
    [(0, self)] + children.flatMap { child in child.lines.map { ($0.depth + 1, $0.node) } }
  }
}
