/// How a rule came to its answer: one node, what it compared, and the nodes below it.
///
/// Conditions of `and` and `or` are all here, also those behind the one that decided; of an `if`
/// only the branches that came into question; of a list's items the first twenty that were read.
public struct Explanation: Sendable {
  /// The node: its operation, its place in the rule, its variable or literal.
  public let node: RuleNode
  /// What the node answers; an operand that is no condition answers whether it is truthy.
  public let answer: Answer
  /// The node's value: the literal, the variable's value, the result; nil where it is not known.
  public let value: JSON?
  /// Whether the node is a variable that is absent, null or blank text.
  public let isMissing: Bool
  /// The nodes read below this one, in order.
  public let children: [Explanation]
  /// What few explanations have, out of the way of the many.
  private var extra: Extra?

  private final class Extra: Sendable {
    let reason: String?
    let item: Int?

    init(reason: String?, item: Int?) {
      self.reason = reason
      self.item = item
    }
  }

  /// Why the node is broken, or why a host's operation does not know.
  public var reason: String? { extra?.reason }

  /// Which item of the list this was read for, below an iterator.
  public internal(set) var item: Int? {
    get { extra?.item }
    set { extra = Extra(reason: reason, item: newValue) }
  }

  init(_ node: RuleNode, _ reading: Reading, _ children: [Explanation]) {
    self.node = node
    self.children = children
    answer = reading.answer
    value = reading.known
    if case .missing = reading { isMissing = true } else { isMissing = false }
    switch reading {
    case .broken(let failure): extra = Extra(reason: failure.description, item: nil)
    case .unknown(let reason?): extra = Extra(reason: reason, item: nil)
    case .unknown, .value, .truth, .missing: extra = nil
    }
  }

  /// Where the node stands in the rule.
  public var pointer: JSONPointer { node.pointer }

  /// Whether the answer is unknown although every operand has a value: some value is of a kind that
  /// the operation cannot read.
  public var isUnreadable: Bool {
    answer == .unknown && !isMissing && !children.isEmpty && children.allSatisfy { $0.value != nil }
  }
}
