package import JSONLogic

/// Makes a rule shorter that answers the same for every customer, those of whom values are missing
/// included.
///
/// Conditions that others say already are left out, choices of one attribute become one choice, and
/// what all alternatives have in common is said once. Only where a rule cannot be read at all for a
/// customer may the shorter one still answer.
package struct RuleSimplifier: Sendable {
  /// A condition that is left out, and the one that says it already.
  package struct Omission: Hashable, Sendable {
    package var condition: JSON
    package var because: JSON
  }

  /// Rules of more conditions are left as they are.
  private static let mostConditions = 200

  package private(set) var json: JSON
  package private(set) var omissions: [Omission] = []

  package init(_ rule: Rule) {
    json = rule.json
    let term = RuleTerm(rule)
    guard term.size <= Self.mostConditions else { return }
    let shorter = simplified(term)
    // What is as short already keeps its words.
    if shorter != term { json = shorter.json }
  }

  private mutating func simplified(_ term: RuleTerm) -> RuleTerm {
    switch term {
    case .condition, .fixed: term
    case .all(let terms): joined(terms, needsAll: true)
    case .any(let terms): joined(terms, needsAll: false)
    }
  }

  private mutating func joined(_ terms: [RuleTerm], needsAll: Bool) -> RuleTerm {
    var parts: [RuleTerm] = []
    for term in terms {
      let term = simplified(term)
      switch (term, needsAll) {
      case (.fixed(let flag), _):
        if flag != needsAll { return .fixed(flag) }
      case (.all(let inner), true), (.any(let inner), false): parts += inner
      default: parts.append(term)
      }
    }
    if !needsAll { parts = Self.choices(parts) }
    parts = absorbed(parts, needsAll: needsAll)
    guard let first = parts.first else { return .fixed(needsAll) }
    guard parts.count > 1 else { return first }
    return factored(parts, needsAll: needsAll) ?? (needsAll ? .all(parts) : .any(parts))
  }

  /// Without the parts that another part makes superfluous.
  private mutating func absorbed(_ parts: [RuleTerm], needsAll: Bool) -> [RuleTerm] {
    var kept: [RuleTerm] = []
    for (position, part) in parts.enumerated() {
      let reason = parts.enumerated().first { other, term in
        guard other != position else { return false }
        let isSaid = needsAll ? term.implies(part) : part.implies(term)
        guard isSaid else { return false }
        // Of two that say the same the first stays.
        return !(needsAll ? part.implies(term) : term.implies(part)) || other < position
      }
      if let reason = reason?.element {
        if reason != part {
          omissions.append(Omission(condition: part.json, because: reason.json))
        }
      } else {
        kept.append(part)
      }
    }
    return kept
  }

  /// What all parts have in common, said once; nil where that is nothing.
  private mutating func factored(_ parts: [RuleTerm], needsAll: Bool) -> RuleTerm? {
    let operands = parts.map { part -> [RuleTerm] in
      switch (part, needsAll) {
      case (.any(let inner), true), (.all(let inner), false): inner
      default: [part]
      }
    }
    let common = operands[0].filter { term in operands.allSatisfy { $0.contains(term) } }
    guard !common.isEmpty else { return nil }
    let rests = operands.map { inner -> RuleTerm in
      let rest = inner.filter { !common.contains($0) }
      guard rest.count != 1 else { return rest[0] }
      return needsAll ? .any(rest) : .all(rest)
    }
    let rest = joined(rests, needsAll: needsAll)
    return joined(common + [rest], needsAll: !needsAll)
  }

  /// Choices of one attribute as one choice, in the place of the first.
  private static func choices(_ parts: [RuleTerm]) -> [RuleTerm] {
    var kept: [RuleTerm] = []
    for part in parts {
      guard let row = choice(part) else {
        kept.append(part)
        continue
      }
      let place = kept.firstIndex { term in
        guard let known = choice(term) else { return false }
        return known.subject == row.subject
          && known.operands.first?.kind == row.operands.first?.kind
      }
      guard let place, let known = choice(kept[place]) else {
        kept.append(part)
        continue
      }
      let values = known.operands + row.operands.filter { !known.operands.contains($0) }
      guard values.count > known.operands.count else { continue }
      kept[place] = .condition(RuleCondition(RuleRow(known.subject, .oneOf, values)))
    }
    return kept
  }

  private static func choice(_ term: RuleTerm) -> RuleRow? {
    guard case .condition(let condition) = term, let row = condition.row, !row.isNegated,
      case .attribute = row.subject, row.comparison == .equals || row.comparison == .oneOf
    else { return nil }
    return row
  }
}
