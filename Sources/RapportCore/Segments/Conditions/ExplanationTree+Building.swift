import JSONLogic

extension MembershipEvaluator {
  /// How the segment's rule came to its answer, in words; nil where it has none that can be used.
  ///
  /// It is the rule's: a person who was put in or left out by hand is not in it.
  package func tree(of facts: CustomerFacts, in segment: Segment) -> ExplanationTree? {
    guard let (explanation, operations) = reading(of: facts, in: segment),
      let rule = segment.rule
    else { return nil }
    return TreeBuilder(
      reasons: ReasonWords(words),
      nearMisses: NearMissWords(words),
      rule: rule,
      facts: facts,
      operations: operations,
      isIn: explanation.answer == .in
    ).tree(explanation, isNegated: false, decides: true)
  }
}

/// Puts an explanation into a tree of words.
private struct TreeBuilder {
  let reasons: ReasonWords
  let nearMisses: NearMissWords
  let rule: Rule
  let facts: CustomerFacts
  let operations: Operations
  /// The rule holds, so nothing is nearly anything.
  let isIn: Bool

  /// `isNegated` tells that the rule wants it to fail.
  func tree(_ explanation: Explanation, isNegated: Bool, decides: Bool) -> ExplanationTree {
    if Condition(explanation.node) != nil { return leaf(explanation, isNegated, decides) }
    switch explanation.node.operator {
    case .truthy where explanation.children.count == 1:
      return tree(explanation.children[0], isNegated: isNegated, decides: decides)
    case .and, .or: return join(explanation, isNegated, decides, negates: false)
    case .not where explanation.children.count == 1: return not(explanation, isNegated, decides)
    case .if: return choice(explanation, isNegated, decides)
    default: return leaf(explanation, isNegated, decides)
    }
  }

  /// `all of`, or `not all of` with the answer turned round; the children say their own.
  private func join(
    _ explanation: Explanation,
    _ isNegated: Bool,
    _ decides: Bool,
    negates: Bool
  ) -> ExplanationTree {
    let isAll = explanation.node.operator == .and
    let answer = negates ? explanation.answer.negated : explanation.answer
    var node = ExplanationTree(
      answer: Membership.Answer(answer),
      found: negates ? (isAll ? "not all of" : "none of") : (isAll ? "all of" : "any of"),
      pointer: explanation.pointer
    )
    node.decides = decides
    node.children = explanation.children.map { child in
      tree(child, isNegated: isNegated, decides: decides && child.answer == explanation.answer)
    }
    return node
  }

  private func not(
    _ explanation: Explanation,
    _ isNegated: Bool,
    _ decides: Bool
  ) -> ExplanationTree {
    let child = explanation.children[0]
    let isJoin = child.node.operator == .and || child.node.operator == .or
    if Condition(child.node) == nil, isJoin {
      return join(child, !isNegated, decides, negates: true)
    }
    if Condition(child.node) != nil { return leaf(child, isNegated, decides, negates: true) }
    var node = ExplanationTree(
      answer: Membership.Answer(explanation.answer),
      found: "not",
      pointer: explanation.pointer
    )
    node.decides = decides
    node.children = [tree(child, isNegated: !isNegated, decides: decides)]
    return node
  }

  /// The conditions that led to a branch, and the branch.
  private func choice(
    _ explanation: Explanation,
    _ isNegated: Bool,
    _ decides: Bool
  ) -> ExplanationTree {
    var node = ExplanationTree(
      answer: Membership.Answer(explanation.answer),
      found: "the first that fits",
      pointer: explanation.pointer
    )
    node.decides = decides
    let parts = explanation.node.children.map(\.pointer)
    node.children = explanation.children.map { child in
      var part = tree(child, isNegated: isNegated, decides: decides)
      let place = parts.firstIndex(of: child.pointer) ?? 0
      let word =
        !place.isMultiple(of: 2) ? "then" : place == parts.count - 1 ? "else" : "if"
      if case .bool(let flag)? = child.node.literal {
        part.found = "\(word) \(flag ? "it belongs" : "it does not")"
        part.text = part.found
      } else {
        part.found = "\(word) \(part.found)"
        part.text = "\(word) \(part.text)"
      }
      return part
    }
    return node
  }

  private func leaf(
    _ explanation: Explanation,
    _ isNegated: Bool,
    _ decides: Bool,
    negates: Bool = false
  ) -> ExplanationTree {
    let answer = negates ? explanation.answer.negated : explanation.answer
    let reason =
      switch explanation.answer {
      case .in, .out: reasons.reason(explanation, isNegated: negates)
      case .unknown, .broken: reasons.reasons(explanation).first
      }
    let comparison = reasons.comparison(explanation, isNegated: negates)
    var node = ExplanationTree(
      answer: Membership.Answer(answer),
      found: comparison?.found ?? sentence(explanation),
      wanted: comparison?.wanted,
      text: comparison == nil && answer != .unknown && answer != .broken ? nil : reason?.text,
      pointer: explanation.pointer
    )
    if answer == .broken, let reason {
      node.found = reason.text
      node.wanted = nil
    }
    let condition = Condition(explanation.node)
    if answer == .unknown, let reason, reason.actual != nil { node.found = reason.text }
    node.path = reason?.path ?? condition?.path
    node.actual = reason?.actual
    node.decides = decides
    if case .segment(let id)? = condition?.subject { node.segment = id }
    node.near = near(explanation, wantsFailure: isNegated != negates)
    return node
  }

  /// A condition for which there are no words, with the values that it looked at.
  private func sentence(_ explanation: Explanation) -> String {
    var seen: [String] = []
    explanation.visit { part in
      guard let path = part.node.variable?.path.description, part.item == nil, !path.isEmpty,
        let value = part.value
      else { return }
      let words = reasons.words
      let isHidden = words.wording.masked && words.catalog[path]?.personal == true
      let text = "\(words.label(path)) \(isHidden ? "hidden" : words.value(value, path))"
      if !seen.contains(text) { seen.append(text) }
    }
    let words = reasons.words.sentence(explanation.node)
    return seen.isEmpty ? words : "\(words): \(seen.joined(separator: ", "))"
  }

  private func near(_ explanation: Explanation, wantsFailure: Bool) -> String? {
    let wanted: Answer = wantsFailure ? .out : .in
    guard !isIn, explanation.answer == wanted.negated, let json = rule.json[explanation.pointer],
      let alone = try? Rule(
        wantsFailure ? ["!": [json]] : json,
        operations: rule.operations,
        limits: rule.limits
      )
    else { return nil }
    let amount = nearMisses.nearestAmount(alone, facts, operations)
    let late = nearMisses.lateness(alone.explain(facts, operations: operations))
    return (late + [amount].compactMap(\.self)).min { $0.distance < $1.distance }
      .map { "nearly: \($0.gap)" }
  }
}
