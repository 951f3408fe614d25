import JSONLogic

extension RuleRow {
  /// The row of a condition; nil where the editor has none for it.
  init?(_ node: RuleNode) {
    if let row = Self.presence(node) {
      self = row
      return
    }
    if node.operator == .not || node.operator == .truthy {
      guard node.children.count == 1, let row = RuleRow(node.children[0]) else { return nil }
      self = node.operator == .not ? row.negated : row
      return
    }
    guard let condition = Condition(node), let subject = Self.subject(condition),
      let (comparison, operands) = Self.comparison(condition.test, node)
    else { return nil }
    let row = RuleRow(subject, comparison, operands)
    self = condition.isNegated ? row.negated : row
  }

  /// `missing`, and comparisons with null, which differ where a text is blank.
  private static func presence(_ node: RuleNode) -> RuleRow? {
    switch node.operator {
    case .missing:
      guard let paths = node.testedPaths, paths.count == 1 else { return nil }
      return RuleRow(.attribute(paths[0].description), .known, isNegated: true)
    case .strictEqual, .strictNotEqual:
      guard node.children.count == 2, node.children[1].literal?.isNull == true,
        let variable = node.children[0].variable, variable.level == 0,
        node.children[0].children.isEmpty, !variable.path.components.isEmpty
      else { return nil }
      let path = variable.path.description
      return RuleRow(.attribute(path), .notNull, isNegated: node.operator == .strictEqual)
    default: return nil
    }
  }

  private static func subject(_ condition: Condition) -> Subject? {
    switch condition.subject {
    case .attribute(let path): .attribute(path)
    case .years(let path): .years(path)
    case .count(let path, let rule): values(of: rule).map { .count(path, of: $0) }
    case .segment(let id): .segment(id)
    case .item: nil
    }
  }

  private static func comparison(
    _ test: Condition.Test,
    _ node: RuleNode
  ) -> (Comparison, [JSON])? {
    switch test {
    case .compare(let comparison, let limit):
      guard limit.isScalar else { return nil }
      return switch comparison {
      case .atLeast: (.atLeast, [limit])
      case .more: (.moreThan, [limit])
      case .atMost: (.atMost, [limit])
      case .less: (.lessThan, [limit])
      }
    case .between(let low, let includesLow, let high, let includesHigh):
      guard includesLow == includesHigh, low.isScalar, high.isScalar else { return nil }
      return (includesLow ? .between : .inside, [low, high])
    case .oneOf(let values):
      guard Self.areAlike(values) else { return nil }
      return (values.count == 1 && node.operator != .in ? .equals : .oneOf, values)
    case .includes(let part, let anyCase):
      return part.isScalar ? (anyCase ? .contains : .includes, [part]) : nil
    case .startsWith(let text): return (.startsWith, [.string(text)])
    case .endsWith(let text): return (.endsWith, [.string(text)])
    case .matches(let pattern): return (.matches, [.string(pattern)])
    case .version(let sign, let version): return (.version, [.string(sign), .string(version)])
    case .withinDays(let days): return (.withinDays, [JSON(days)])
    case .isTrue: return (.yes, [])
    case .isKnown: return nil
    case .some(let rule): return values(of: rule).map { (.hasAny, $0) }
    case .all(let rule): return values(of: rule).map { (.hasOnly, $0) }
    case .none(let rule): return values(of: rule).map { (.hasNone, $0) }
    case .isMember: return (.member, [])
    }
  }

  /// The values that an item has to be one of.
  private static func values(of rule: RuleNode) -> [JSON]? {
    guard let condition = Condition(rule, inItem: true), !condition.isNegated,
      case .item("") = condition.subject, case .oneOf(let values) = condition.test,
      areAlike(values)
    else { return nil }
    return values
  }

  /// Plain values of one kind: else a choice and several comparisons may differ on what they cannot
  /// read.
  private static func areAlike(_ values: [JSON]) -> Bool {
    guard let first = values.first else { return false }
    return values.allSatisfy { $0.isScalar && $0.kind == first.kind }
  }
}

extension JSON {
  /// Text, a number, true or false.
  fileprivate var isScalar: Bool {
    switch self {
    case .string, .number, .bool: true
    case .null, .array, .object: false
    }
  }
}
