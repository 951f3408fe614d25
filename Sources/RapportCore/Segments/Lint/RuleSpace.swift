import JSONLogic

/// What combinations of values the conditions of some rules allow.
///
/// Each condition is read by the rule engine itself at every point of its attribute; `and`, `or`,
/// `not` and `if` then combine sets of points. Conditions without points may hold or not,
/// independent of all others, so that nothing is claimed of them that may be wrong.
struct RuleSpace {
  /// For each attribute that is limited, the points that are left; never empty.
  typealias Term = [Int: Set<Int>]

  private struct Variable {
    /// Nil for a condition without points: 0 is out, 1 is in.
    var path: VariablePath?
    var points: [JSON?] = []
  }

  /// Data of one value.
  private struct Point: RuleData {
    let path: VariablePath
    let point: JSON?

    func value(at asked: VariablePath) -> JSON? { asked == path ? point : nil }
  }

  private let rule: Rule
  private let operations: Operations
  private let effort = LintEffort()
  private var variables: [Variable] = []
  private var positions: [VariablePath: Int] = [:]
  private var free: [JSON: Int] = [:]

  /// Rules that multiply out to more terms are not looked at.
  private static let mostTerms = 600

  /// - Parameters:
  ///   - rule: what to look at; several rules are joined by an `and`.
  ///   - catalog: what values the attributes may have.
  ///   - today: for the operations on dates.
  init(_ rule: Rule, catalog: AttributeCatalog, today: CalendarDate) {
    self.rule = rule
    operations = RuleOperations.bound(today: today, zone: TimeZones.utc)
    var conditions: [VariablePath: [RuleNode]] = [:]
    for condition in rule.conditions where condition.literal == nil {
      guard let path = Self.path(of: condition, in: rule) else { continue }
      conditions[path, default: []].append(condition)
    }
    let points = ValuePoints(today: today)
    for (path, conditions) in conditions {
      guard path.isDotted, let attribute = catalog[path.description],
        let values = points.points(of: attribute, in: conditions)
      else { continue }
      positions[path] = variables.count
      variables.append(Variable(path: path, points: values))
    }
    for condition in rule.conditions {
      guard condition.literal == nil, let json = rule.json[condition.pointer], free[json] == nil,
        Self.path(of: condition, in: rule).flatMap({ positions[$0] }) == nil
      else { continue }
      free[json] = variables.count
      variables.append(Variable(path: nil, points: [false, true]))
    }
  }

  private static func path(of condition: RuleNode, in rule: Rule) -> VariablePath? {
    guard let json = rule.json[condition.pointer],
      let alone = try? Rule(json, operations: rule.operations),
      case .value(let path)? = ConditionRegister.source(of: alone)
    else { return nil }
    return path
  }

  /// The combinations for which a node gives an answer, in or out; nil where there are too many.
  func terms(_ node: RuleNode, _ answer: Answer) -> [Term]? {
    if let literal = node.literal { return Answer(literal.isTruthy) == answer ? [[:]] : [] }
    let children = node.children
    switch node.operator {
    case .and, .or:
      // Without operands both read as false.
      if children.isEmpty { return answer == .out ? [[:]] : [] }
      let parts = children.map { terms($0, answer) }
      return (node.operator == .and) == (answer == .in) ? all(parts) : any(parts)
    case .not where children.count == 1: return terms(children[0], answer.negated)
    case .truthy where children.count == 1: return terms(children[0], answer)
    case .if: return branch(children[...], answer)
    default: return condition(node, answer)
    }
  }

  private func branch(_ rest: ArraySlice<RuleNode>, _ answer: Answer) -> [Term]? {
    guard let test = rest.first else { return answer == .out ? [[:]] : [] }
    guard rest.count > 1 else { return terms(test, answer) }
    let then = all([terms(test, .in), terms(rest[rest.startIndex + 1], answer)])
    return any([then, all([terms(test, .out), branch(rest.dropFirst(2), answer)])])
  }

  private func condition(_ node: RuleNode, _ answer: Answer) -> [Term]? {
    let key = LintEffort.Key(pointer: node.pointer, answer: answer)
    if let known = effort.conditions[key] { return known }
    let terms = readCondition(node, answer)
    effort.conditions[key] = terms
    return terms
  }

  private func readCondition(_ node: RuleNode, _ answer: Answer) -> [Term]? {
    guard let json = rule.json[node.pointer],
      let alone = try? Rule(json, operations: operations, limits: rule.limits)
    else { return nil }
    guard case .value(let path)? = ConditionRegister.source(of: alone), let place = positions[path]
    else { return free[json].map { [[$0: [answer == .in ? 1 : 0]]] } }
    let points = variables[place].points
    guard effort.spend(points.count) else { return nil }
    let fitting = points.indices.filter {
      alone.answer(Point(path: path, point: points[$0])) == answer
    }
    return fitting.isEmpty ? [] : [[place: Set(fitting)]]
  }

  // MARK: sets of terms

  /// Pays for work on sets; false where so much was done that nothing more is claimed.
  func spend(_ count: Int) -> Bool { effort.spend(count) }

  func all(_ parts: [[Term]?]) -> [Term]? {
    var product: [Term] = [[:]]
    for part in parts {
      guard let part, part.count * product.count <= Self.mostTerms * 4 else { return nil }
      var next: [Term] = []
      for left in product {
        for right in part {
          guard effort.spend(1 + left.count + next.count / 8) else { return nil }
          guard let both = Self.join(left, right), !next.contains(both) else { continue }
          next.append(both)
        }
      }
      if next.count > Self.mostTerms { return nil }
      product = next
    }
    return product
  }

  func any(_ parts: [[Term]?]) -> [Term]? {
    var sum: [Term] = []
    for part in parts {
      guard let part, effort.spend(1 + part.count * (1 + sum.count / 8)) else { return nil }
      for term in part where !sum.contains(term) { sum.append(term) }
      if sum.count > Self.mostTerms { return nil }
    }
    return sum
  }

  private static func join(_ left: Term, _ right: Term) -> Term? {
    var both = left
    for (variable, points) in right {
      let common = both[variable].map { $0.intersection(points) } ?? points
      if common.isEmpty { return nil }
      both[variable] = common
    }
    return both
  }
}
