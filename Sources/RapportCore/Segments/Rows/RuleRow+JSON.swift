package import JSONLogic

extension RuleRow {
  /// The condition in the profile that we write: `===`, `in`, typed literals.
  package var json: JSON {
    if comparison == .equals, isNegated { return ["!==": .array([left] + operands.prefix(1))] }
    if comparison == .notNull { return [isNegated ? "===" : "!==": [left, nil]] }
    if comparison == .known, case .attribute(let path) = subject {
      let missing: JSON = ["missing": [.string(path)]]
      return isNegated ? missing : ["!": [missing]]
    }
    return isNegated ? ["!": [plain]] : plain
  }

  private var plain: JSON {
    switch comparison {
    case .equals: compare("===")
    case .oneOf: ["in": [left, .array(operands)]]
    case .atLeast: compare(">=")
    case .moreThan: compare(">")
    case .atMost: compare("<=")
    case .lessThan: compare("<")
    case .between: within("<=")
    case .inside: within("<")
    case .withinDays: compare("within_days")
    case .yes, .known, .notNull: ["!!": [left]]
    case .startsWith: compare("starts_with")
    case .endsWith: compare("ends_with")
    case .includes: ["in": .array(operands.prefix(1) + [left])]
    case .contains: compare("icontains")
    case .matches: compare("matches")
    case .hasAny: items("some")
    case .hasOnly: items("all")
    case .hasNone: items("none")
    case .version: ["sem_ver": .array([left] + operands)]
    case .member: left
    }
  }

  private var left: JSON {
    switch subject {
    case .attribute(let path): Self.variable(path)
    case .years(let path): ["age_years": [Self.variable(path)]]
    case .count(let path, let values):
      ["count_where": [Self.variable(path), Self.item(values)]]
    case .segment(let id): ["in_segment": [.string(id.rawValue)]]
    }
  }

  private func compare(_ name: String) -> JSON {
    .object([name: .array([left] + operands.prefix(1))])
  }

  private func within(_ name: String) -> JSON {
    guard operands.count == 2 else { return false }
    return .object([name: [operands[0], left, operands[1]]])
  }

  private func items(_ name: String) -> JSON { .object([name: [left, Self.item(operands)]]) }

  private static func variable(_ path: String) -> JSON { ["var": .string(path)] }

  private static func item(_ values: [JSON]) -> JSON {
    values.count == 1 ? ["===": [["var": ""], values[0]]] : ["in": [["var": ""], .array(values)]]
  }
}
