package import JSONLogic

/// A rule as the rows of the editor: conditions in groups.
///
/// A rule with anything that has no row is edited as JSON instead; showing a rule never changes it,
/// and the JSON of unchanged rows answers as the rule did.
package struct RuleRows: Hashable, Sendable {
  /// Rows that hold together, or of which one has to.
  package struct Group: Hashable, Sendable {
    package var needsAll: Bool
    package var isNegated: Bool
    package var rows: [Row]

    package init(needsAll: Bool = true, isNegated: Bool = false, rows: [Row] = []) {
      self.needsAll = needsAll
      self.isNegated = isNegated
      self.rows = rows
    }
  }

  package indirect enum Row: Hashable, Sendable {
    case condition(RuleRow)
    case group(Group)
  }

  /// Without rows: everybody.
  package var root: Group

  package init(_ root: Group = Group()) { self.root = root }

  /// Nil where some part of the rule has no row.
  package init?(_ rule: Rule) {
    if rule.json == true {
      self.init()
      return
    }
    guard let row = Self.row(rule.root) else { return nil }
    switch row {
    case .group(let group): self.init(group)
    case .condition: self.init(Group(rows: [row]))
    }
  }

  private static func row(_ node: RuleNode) -> Row? {
    if let row = RuleRow(node) { return .condition(row) }
    switch node.operator {
    case .and, .or:
      guard node.hasListArguments, !node.children.isEmpty else { return nil }
      let rows = node.children.compactMap(row)
      guard rows.count == node.children.count else { return nil }
      return Self.simplified(Group(needsAll: node.operator == .and, rows: rows))
    case .not where node.children.count == 1: return row(node.children[0])?.negated
    case .truthy where node.children.count == 1: return row(node.children[0])
    default: return nil
    }
  }

  /// A group of one row is that row, and choices of one attribute are one choice.
  private static func simplified(_ group: Group) -> Row {
    let row = group.rows.count == 1 ? group.rows[0] : choice(group)
    guard let row else { return .group(group) }
    return group.isNegated ? row.negated : row
  }

  private static func choice(_ group: Group) -> Row? {
    var values: [JSON] = []
    var subject: RuleRow.Subject?
    guard !group.needsAll else { return nil }
    for row in group.rows {
      guard case .condition(let row) = row, !row.isNegated, case .attribute = row.subject,
        row.comparison == .oneOf || row.comparison == .equals,
        subject.map({ $0 == row.subject }) ?? true,
        values.first.map({ $0.kind == row.operands.first?.kind }) ?? true
      else { return nil }
      subject = row.subject
      values += row.operands
    }
    return subject.map { .condition(RuleRow($0, .oneOf, values)) }
  }

  /// The rule's JSON; groups without rows are left out.
  package var json: JSON { root.json ?? true }
}

extension RuleRows.Row {
  /// The row that holds exactly where this one does not.
  package var negated: RuleRows.Row {
    switch self {
    case .condition(let row): return .condition(row.negated)
    case .group(var group):
      group.isNegated.toggle()
      return .group(group)
    }
  }

  fileprivate var json: JSON? {
    switch self {
    case .condition(let row): row.json
    case .group(let group): group.json
    }
  }
}

extension RuleRows.Group {
  fileprivate var json: JSON? {
    let parts = rows.compactMap(\.json)
    guard let first = parts.first else { return nil }
    let joined: JSON =
      parts.count == 1 ? first : .object([needsAll ? "and" : "or": .array(parts)])
    return isNegated ? ["!": [joined]] : joined
  }
}
