import JSONLogic

/// Finds conditions that cannot hold, always hold, or are never reached, by the values that each
/// attribute can have.
struct RuleLint {
  struct Found {
    var finding: Finding
    var node: RuleNode
    var message: String
    var remedy: String?
  }

  private let rule: Rule
  private let words: ConditionWords
  private let space: RuleSpace
  private var found: [Found] = []

  /// What is wrong with a rule by itself.
  static func findings(_ rule: Rule, _ words: ConditionWords) -> [Found] {
    guard rule.root.literal == nil else { return [] }
    var lint = RuleLint(rule, words)
    lint.checkWhole()
    return lint.found
  }

  /// Whether whoever a rule holds for is one for whom the other holds too.
  static func implies(
    _ rule: Rule,
    _ other: Rule,
    catalog: AttributeCatalog,
    today: CalendarDate
  ) -> Bool {
    let paths = { (rule: Rule) in Set(rule.variables.filter { !$0.isInner }.map(\.path)) }
    guard paths(other).isSubset(of: paths(rule)), !paths(other).isEmpty,
      let both = try? Rule(
        ["and": [rule.json, other.json]],
        operations: rule.operations,
        limits: rule.limits
      )
    else { return false }
    let space = RuleSpace(both, catalog: catalog, today: today)
    let (left, right) = (both.root.children[0], both.root.children[1])
    guard let inside = space.terms(left, .in), !inside.isEmpty else { return false }
    let without = space.all([inside, space.terms(right, .out)])
    return without?.isEmpty == true && space.all([inside, space.terms(right, .in)]) != []
  }

  private init(_ rule: Rule, _ words: ConditionWords) {
    self.rule = rule
    self.words = words
    space = RuleSpace(rule, catalog: words.catalog, today: words.wording.today)
  }

  private mutating func checkWhole() {
    check(rule.root, context: [[:]])
    let isRootNamed = found.contains { $0.node === rule.root }
    guard !isRootNamed, let holds = space.terms(rule.root, .in),
      let fails = space.terms(rule.root, .out)
    else { return }
    if holds.isEmpty {
      note(.alwaysFalse, rule.root, "the rule can never hold", "loosen or remove a condition")
    } else if fails.isEmpty {
      note(
        .alwaysTrue,
        rule.root,
        "the rule holds for everybody of whom the values are known",
        "add a condition that tells customers apart"
      )
    }
  }

  /// Looks at a node that matters only where `context` holds.
  private mutating func check(_ node: RuleNode, context: [RuleSpace.Term]) {
    switch node.operator {
    case .and: checkAll(node, context)
    case .or: checkAny(node, context)
    case .not, .truthy:
      if node.children.count == 1, Condition(node) == nil {
        check(node.children[0], context: context)
      } else {
        checkCondition(node)
      }
    case .if: checkBranches(node.children[...], context)
    default: if node.literal == nil { checkCondition(node) }
    }
  }

  private mutating func checkCondition(_ node: RuleNode) {
    guard let holds = space.terms(node, .in), let fails = space.terms(node, .out) else { return }
    if holds.isEmpty {
      note(.alwaysFalse, node, "no value makes \"\(sentence(node))\" hold", nil)
    } else if fails.isEmpty {
      note(.alwaysTrue, node, "every value makes \"\(sentence(node))\" hold", "remove it")
    }
  }

  private mutating func checkAll(_ node: RuleNode, _ context: [RuleSpace.Term]) {
    let parts = node.children.map { space.terms($0, .in) }
    guard let holds = space.all([context] + parts) else { return }
    if holds.isEmpty {
      contradiction(node, parts)
      if !parts.contains(where: { $0?.isEmpty == true }) { return }
    }
    var needless: Set<Int> = []
    for (position, child) in node.children.enumerated() {
      guard space.spend(parts.count) else { return }
      let others = parts.enumerated().filter {
        $0.offset != position && !needless.contains($0.offset)
      }.map(\.element)
      let around = space.all([context] + others)
      guard let around, !around.isEmpty else {
        check(child, context: context)
        continue
      }
      if let fails = space.terms(child, .out), !fails.isEmpty,
        space.all([around, fails]) == [], readsOnly(child, of: node, besides: position)
      {
        needless.insert(position)
        let text = "\"\(sentence(child))\" always holds where the other conditions do"
        note(.redundant, child, text, "remove it")
      } else {
        check(child, context: around)
      }
    }
  }

  /// Whether the siblings look at everything that a condition looks at: else it also demands that a
  /// value is known.
  private func readsOnly(_ child: RuleNode, of node: RuleNode, besides position: Int) -> Bool {
    func paths(_ node: RuleNode) -> Set<VariablePath> {
      var paths: Set<VariablePath> = []
      node.visit { if let path = $0.variable?.path { paths.insert(path) } }
      return paths
    }
    let others = node.children.enumerated().filter { $0.offset != position }.map(\.element)
    return paths(child).isSubset(of: others.reduce(into: []) { $0.formUnion(paths($1)) })
  }

  private mutating func contradiction(_ node: RuleNode, _ parts: [[RuleSpace.Term]?]) {
    for (left, first) in parts.enumerated() where first?.isEmpty == false {
      for (right, second) in parts.enumerated().dropFirst(left + 1) where second?.isEmpty == false {
        guard space.spend(1) else { return }
        guard space.all([first, second]) == [] else { continue }
        let (one, other) = (node.children[left], node.children[right])
        let text = "\"\(sentence(one))\" and \"\(sentence(other))\" cannot both hold"
        return note(.contradiction, node, text, "join them by \"or\", or remove one")
      }
    }
    if !parts.contains(where: { $0?.isEmpty == true }) {
      note(.contradiction, node, "its conditions cannot hold together", "loosen one of them")
    }
  }

  private mutating func checkAny(_ node: RuleNode, _ context: [RuleSpace.Term]) {
    for child in node.children {
      if let holds = space.terms(child, .in), !holds.isEmpty,
        space.all([context, holds]) == []
      {
        let text = "\"\(sentence(child))\" can never hold together with the conditions around"
        note(.unreachable, child, text, "remove it")
      } else {
        check(child, context: context)
      }
    }
  }

  private mutating func checkBranches(
    _ rest: ArraySlice<RuleNode>,
    _ context: [RuleSpace.Term]
  ) {
    guard let test = rest.first, rest.count > 1 else { return }
    let then = rest[rest.startIndex + 1]
    let isTaken = space.all([context, space.terms(test, .in)])
    let isPassed = space.all([context, space.terms(test, .out)])
    if isTaken?.isEmpty == true {
      note(.unreachable, then, "\"\(sentence(test))\" never holds, so this is never asked", nil)
    } else if let isTaken {
      check(then, context: isTaken)
    }
    let otherwise = rest.dropFirst(2)
    guard let next = otherwise.first else { return }
    if isPassed?.isEmpty == true {
      note(.unreachable, next, "\"\(sentence(test))\" always holds, so this is never asked", nil)
    } else if let isPassed {
      if otherwise.count == 1 {
        check(next, context: isPassed)
      } else {
        checkBranches(otherwise, isPassed)
      }
    }
  }

  private func sentence(_ node: RuleNode) -> String { words.sentence(node) }

  private mutating func note(
    _ finding: Finding,
    _ node: RuleNode,
    _ message: String,
    _ remedy: String?
  ) {
    found.append(Found(finding: finding, node: node, message: message, remedy: remedy))
  }
}
