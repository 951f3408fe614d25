/// What is left of a reading's limits.
struct Budget {
  private var steps: Int
  private var size: Int

  /// Beyond this a value is too deep to print or compare without risk to the stack.
  private static let maximumDepth = 1_024

  init(_ limits: RuleLimits) {
    steps = limits.steps
    size = limits.size
  }

  /// Pays for work at a node.
  @inline(__always)
  mutating func spend(_ node: RuleNode, _ count: Int = 1) throws(RuleFailure) {
    steps -= count
    if steps < 0 { throw .tooMuchWork(node) }
  }

  /// Pays for a list or text that is built at a node.
  mutating func build(_ node: RuleNode, _ count: Int) throws(RuleFailure) {
    steps -= count
    size -= count
    if steps < 0 || size < 0 { throw .tooMuchWork(node) }
  }

  /// Pays for reading two values to the end.
  mutating func compare(_ left: JSON, _ right: JSON, _ node: RuleNode) throws(RuleFailure) {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      try spend(node, min(left.utf8.count, right.utf8.count) / 64)
    case (.array, .array), (.object, .object):
      try weigh(left, node)
      try weigh(right, node)
    default: break
    }
  }

  /// Pays for a whole value, counted as a tree even where its parts are shared.
  mutating func weigh(_ value: JSON, _ node: RuleNode, depth: Int = 0) throws(RuleFailure) {
    guard depth < Self.maximumDepth else { throw .tooMuchWork(node) }
    switch value {
    case .null, .bool, .number: try spend(node)
    case .string(let text): try spend(node, 1 + text.utf8.count / 64)
    case .array(let items):
      try spend(node)
      for item in items { try weigh(item, node, depth: depth + 1) }
    case .object(let object):
      try spend(node)
      for entry in object { try weigh(entry.value, node, depth: depth + 1) }
    }
  }
}
