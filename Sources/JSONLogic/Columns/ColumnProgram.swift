/// How a rule combines its conditions.
indirect enum ColumnProgram {
  /// The position of a condition.
  case condition(Int)
  case constant(Answer)
  case and([ColumnProgram])
  case or([ColumnProgram])
  case not(ColumnProgram)
  case branch(ColumnProgram, then: ColumnProgram, otherwise: ColumnProgram)

  /// How many intermediate results it takes at a time.
  var depth: Int {
    switch self {
    case .condition, .constant: 1
    case .and(let parts), .or(let parts): 1 + (parts.map(\.depth).max() ?? 0)
    case .not(let part): part.depth
    case .branch(let condition, let then, let otherwise):
      max(condition.depth, 1 + then.depth, 2 + otherwise.depth)
    }
  }

  /// Takes a rule apart; `condition` answers the position of each condition.
  init(_ node: RuleNode, _ condition: (RuleNode) -> Int) {
    guard case .operation(let operation) = node.kind,
      node.hasListArguments || !operation.demandsList
    else {
      self = .condition(condition(node))
      return
    }
    switch operation {
    case .and: self = Self.junction(node, condition) { .and($0) }
    case .or: self = Self.junction(node, condition) { .or($0) }
    case .not:
      self = node.children.first.map { .not(Self($0, condition)) } ?? .constant(.in)
    case .truthy:
      self = node.children.first.map { Self($0, condition) } ?? .constant(.out)
    case .if: self = Self.branch(node.children[...], condition)
    default: self = .condition(condition(node))
    }
  }

  private static func junction(
    _ node: RuleNode,
    _ condition: (RuleNode) -> Int,
    _ make: ([ColumnProgram]) -> ColumnProgram
  ) -> ColumnProgram {
    let parts = node.children.map { Self($0, condition) }
    return parts.isEmpty ? .constant(.out) : parts.count == 1 ? parts[0] : make(parts)
  }

  private static func branch(
    _ rest: ArraySlice<RuleNode>,
    _ condition: (RuleNode) -> Int
  ) -> ColumnProgram {
    guard let first = rest.first else { return .constant(.out) }
    let test = Self(first, condition)
    guard rest.count > 1 else { return test }
    return .branch(
      test,
      then: Self(rest[rest.startIndex + 1], condition),
      otherwise: branch(rest.dropFirst(2), condition)
    )
  }
}
