import JSONLogic

/// A rule as conditions that `and` and `or` combine, to be made shorter; anything else is a condition.
indirect enum RuleTerm: Hashable, Sendable {
  case condition(RuleCondition)
  case all([RuleTerm])
  case any([RuleTerm])
  case fixed(Bool)

  init(_ rule: Rule) { self.init(rule.root, in: rule) }

  private init(_ node: RuleNode, in rule: Rule) {
    let json = rule.json[node.pointer] ?? rule.json
    if case .literal(let value) = node.kind {
      self = .fixed(value.isTruthy)
      return
    }
    switch node.operator {
    case .and where node.isJunction: self = .all(node.children.map { RuleTerm($0, in: rule) })
    case .or where node.isJunction: self = .any(node.children.map { RuleTerm($0, in: rule) })
    case .truthy where node.children.count == 1 && RuleRow(node) == nil:
      self = RuleTerm(node.children[0], in: rule)
    default: self = .condition(RuleCondition(json, RuleRow(node), of: node))
    }
  }

  /// So many conditions there are.
  var size: Int {
    switch self {
    case .condition: 1
    case .fixed: 0
    case .all(let terms), .any(let terms): terms.reduce(0) { $0 + $1.size }
    }
  }

  var json: JSON {
    switch self {
    case .condition(let condition): condition.json
    case .fixed(let flag): .bool(flag)
    case .all(let terms): ["and": .array(terms.map(\.json))]
    case .any(let terms): ["or": .array(terms.map(\.json))]
    }
  }

  /// Whether for every customer this answers no more than the other does, where *out* is less than
  /// *unknown* and *unknown* less than *in*; false where that is not certain.
  func implies(_ other: RuleTerm) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.fixed(false), _), (_, .fixed(true)): return true
    case (.any(let terms), _): return terms.allSatisfy { $0.implies(other) }
    case (_, .all(let terms)): return terms.allSatisfy { implies($0) }
    case (.all(let terms), .any(let others)):
      return terms.contains { $0.implies(other) } || others.contains { implies($0) }
    case (.all(let terms), _): return terms.contains { $0.implies(other) }
    case (_, .any(let others)): return others.contains { implies($0) }
    case (.condition(let own), .condition(let their)): return own.implies(their)
    default: return false
    }
  }
}

/// A condition of a rule, with the editor's row where it has one.
struct RuleCondition: Hashable, Sendable {
  let json: JSON
  /// Nil where nothing is known of it.
  let row: RuleRow?

  init(_ json: JSON, _ row: RuleRow?, of node: RuleNode) {
    self.json = json
    // A loose comparison reads other kinds too, which the row does not tell.
    let isLoose = node.operator == .equal || node.operator == .notEqual
    self.row = isLoose ? nil : row
  }

  init(_ row: RuleRow) {
    json = row.json
    self.row = row
  }

  static func == (left: RuleCondition, right: RuleCondition) -> Bool {
    if let row = left.row { return row == right.row }
    return right.row == nil && left.json == right.json
  }

  func hash(into hasher: inout Hasher) {
    if let row { hasher.combine(row) } else { hasher.combine(json) }
  }

  func implies(_ other: RuleCondition) -> Bool {
    guard let row, let their = other.row else { return self == other }
    return row.implies(their)
  }
}
