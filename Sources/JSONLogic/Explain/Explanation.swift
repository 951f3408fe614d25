/// How a rule came to its answer: one node, what it compared, and the nodes below it.
///
/// Conditions of `and` and `or` are all here, also those behind the one that decided; of an `if`
/// only the branches that came into question; of a list's items the first twenty that were read.
public struct Explanation: Sendable {
  private let records: [ExplanationRecord]
  private let place: Int

  /// The explanation of the first record, with all below it.
  init(_ records: [ExplanationRecord], at place: Int = 0) {
    self.records = records
    self.place = place
  }

  /// The explanation of a reading that broke off, without the nodes below.
  init(_ node: RuleNode, _ failure: RuleFailure) {
    var record = ExplanationRecord(node)
    record.settle(.broken(failure), end: 1)
    self.init([record])
  }

  /// The node: its operation, its place in the rule, its variable or literal.
  public var node: RuleNode { records[place].node }

  /// What the node answers; an operand that is no condition answers whether it is truthy.
  public var answer: Answer { records[place].answer }

  /// The node's value: the literal, the variable's value, the result; nil where it is not known.
  public var value: JSON? { records[place].value }

  /// Whether the node is a variable that is absent, null or blank text.
  public var isMissing: Bool { records[place].isMissing }

  /// Why the node is broken, or why a host's operation does not know.
  public var reason: String? { records[place].reason }

  /// Which item of the list this was read for, below an iterator.
  public var item: Int? { records[place].item < 0 ? nil : records[place].item }

  /// The nodes read below this one, in order.
  public var children: [Explanation] {
    var children: [Explanation] = []
    var next = place + 1
    while next < records[place].end {
      children.append(Explanation(records, at: next))
      next = records[next].end
    }
    return children
  }

  /// Where the node stands in the rule.
  public var pointer: JSONPointer { node.pointer }

  /// Whether the answer is unknown although every operand has a value: some value is of a kind that
  /// the operation cannot read.
  public var isUnreadable: Bool {
    let children = children
    return answer == .unknown && !isMissing && !children.isEmpty
      && children.allSatisfy { $0.value != nil }
  }

  /// Visits this explanation and all below it, a node before its children.
  public func visit(_ body: (Explanation) -> Void) {
    for below in place..<records[place].end { body(Explanation(records, at: below)) }
  }
}
