package import JSONLogic

/// Puts an explanation into the facts that decided it, in words: `14 orders (12 or more)`.
package struct ReasonWords: Sendable {
  package var words: ConditionWords

  package init(_ words: ConditionWords) { self.words = words }

  /// What decided the answer, most telling first; for *unknown* what is missing, for *broken* why.
  package func reasons(_ explanation: Explanation) -> [Membership.Reason] {
    switch explanation.answer {
    case .in, .out: facts(explanation)
    case .unknown: gaps(explanation)
    case .broken: [Membership.Reason(text: broken(explanation), answer: .broken)]
    }
  }

  // MARK: in and out

  private func facts(_ explanation: Explanation) -> [Membership.Reason] {
    var ranked: [(reason: Membership.Reason, rank: Int)] = []
    for fact in Self.deciding(explanation, isNegated: false) {
      let reason = reason(fact.explanation, isNegated: fact.isNegated)
      if !ranked.contains(where: { $0.reason == reason }) { ranked.append((reason, fact.rank)) }
    }
    // A stable sort: the rule's own order says what its author thinks of first.
    return ranked.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.reason)
  }

  /// A condition that decided, and whether the rule wants it to fail.
  private struct Fact {
    var explanation: Explanation
    var isNegated: Bool

    /// What the customer has tells more than what is missing, and much more than what kind of
    /// customer it is.
    var rank: Int {
      Condition(explanation.node).map { ReasonWords.rank($0, isNegated: isNegated) } ?? 3
    }
  }

  static func rank(_ condition: Condition, isNegated: Bool) -> Int {
    if condition.path == "kind" { return 2 }
    if case .segment = condition.subject { return 2 }
    return condition.isNegated != isNegated ? 1 : 0
  }

  private static func deciding(_ explanation: Explanation, isNegated: Bool) -> [Fact] {
    let own = [Fact(explanation: explanation, isNegated: isNegated)]
    if Condition(explanation.node) != nil { return own }
    switch explanation.node.operator {
    case .and, .or:
      let facts = explanation.children.filter { $0.answer == explanation.answer }
        .flatMap { deciding($0, isNegated: isNegated) }
      return facts.isEmpty ? own : facts
    case .if:
      // The conditions that led to the branch, and the branch.
      let facts = explanation.children.filter { $0.node.literal == nil }
        .flatMap { deciding($0, isNegated: isNegated) }
      return facts.isEmpty ? own : facts
    case .not, .truthy:
      let isOpposite = explanation.node.operator == .not
      let facts = explanation.children.flatMap { deciding($0, isNegated: isNegated != isOpposite) }
      return facts.isEmpty ? own : facts
    default: return own
    }
  }

  /// What a condition compared; `isNegated` tells that the rule wants it to fail.
  func reason(_ explanation: Explanation, isNegated: Bool) -> Membership.Reason {
    let answer = Membership.Answer(isNegated ? explanation.answer.negated : explanation.answer)
    guard let condition = Condition(explanation.node) else {
      return Membership.Reason(text: statement(explanation), answer: answer)
    }
    let wanted = isNegated ? condition.negated : condition
    let actual = Self.actual(of: explanation)
    return Membership.Reason(
      text: comparison(wanted, actual, holds: answer == .in).text,
      answer: answer,
      path: condition.path,
      actual: isHidden(condition.path) ? nil : actual
    )
  }

  private func isHidden(_ path: String?) -> Bool {
    words.wording.masked && path.flatMap { words.catalog[$0] }?.personal == true
  }

  /// What has no condition, with the values it read: `spend / orders more than 50 (spend 100 EUR,
  /// orders 4)`.
  private func statement(_ explanation: Explanation) -> String {
    let text = words.sentence(explanation.node)
    var values: [String] = []
    collectValues(explanation, into: &values)
    guard !values.isEmpty else { return text }
    let shown = values.prefix(Self.mostValues)
    let rest = values.count > shown.count ? ", ..." : ""
    return "\(text) (\(shown.joined(separator: ", "))\(rest))"
  }

  /// The customer's values, each once; those of a list's items stand in the list.
  private func collectValues(_ explanation: Explanation, into values: inout [String]) {
    if let variable = explanation.node.variable, variable.level == 0, explanation.children.isEmpty,
      !variable.path.components.isEmpty, let value = explanation.value
    {
      let path = variable.path.description
      let text = "\(words.label(path)) \(words.value(value, path))"
      if !values.contains(text) { values.append(text) }
    }
    for child in explanation.children where child.item == nil && values.count <= Self.mostValues {
      collectValues(child, into: &values)
    }
  }

  private static let mostValues = 3

  /// The value that was compared: the variable's, or the result of the operation on it.
  private static func actual(of explanation: Explanation) -> JSON? {
    if explanation.node.variable != nil { return explanation.value }
    switch explanation.node.operator {
    case .or, .not, .truthy: return explanation.children.first.flatMap { actual(of: $0) }
    default: break
    }
    return explanation.children.first { $0.node.literal == nil && $0.item == nil }?.value
  }

  /// A comparison in words: what the customer has, and what is wanted of it.
  struct Comparison {
    /// `14 orders`.
    var found: String
    /// `12 or more`; nil where the condition says it all.
    var wanted: String?
    /// Both: `14 orders (12 or more)`.
    var text: String

    init(_ found: String, wanted: String? = nil, text: String? = nil) {
      self.found = found
      self.wanted = wanted
      self.text = text ?? found + (wanted.map { " (\($0))" } ?? "")
    }
  }

  /// What a condition compared, with what is wanted of it beside; `isNegated` tells that the rule
  /// wants it to fail.
  func comparison(_ explanation: Explanation, isNegated: Bool) -> Comparison? {
    guard let condition = Condition(explanation.node) else { return nil }
    let answer = isNegated ? explanation.answer.negated : explanation.answer
    let wanted = isNegated ? condition.negated : condition
    guard answer == .in || answer == .out else {
      let days: String = if case .withinDays = condition.test { " days" } else { "" }
      return Comparison(words.subject(wanted), wanted: words.requirement(wanted) + days)
    }
    return comparison(wanted, Self.actual(of: explanation), holds: answer == .in)
  }

  private func comparison(_ condition: Condition, _ actual: JSON?, holds: Bool) -> Comparison {
    let label = words.subject(condition)
    let requirement = words.requirement(condition)
    switch condition.test {
    case .isMember:
      return Comparison(holds != condition.isNegated ? "also in \(label)" : "not in \(label)")
    case .isKnown:
      return Comparison("\(label) \(holds != condition.isNegated ? "known" : "not known")")
    default: break
    }
    guard let actual else { return Comparison(words.phrase(condition)) }
    switch condition.test {
    case .withinDays:
      guard let (text, isInDays) = age(label, actual) else { break }
      return Comparison(
        text,
        wanted: "\(requirement) days",
        text: "\(text) (\(requirement)\(isInDays ? "" : " days"))"
      )
    case .compare, .between: return Comparison(amount(condition, actual), wanted: requirement)
    case .oneOf(let values): return choice(condition, values, actual, holds)
    case .isTrue:
      let text = "\(label): \(words.value(actual, condition.path))"
      return Comparison(text, wanted: requirement, text: text)
    case .includes, .some, .all, .none:
      return Comparison("\(label): \(words.value(actual, condition.path))", wanted: requirement)
    default: break
    }
    return Comparison("\(label) \(words.value(actual, condition.path))", wanted: requirement)
  }

  /// `device is iOS (iOS or Android)`, `country is FR, not DE`, `newsletter: yes`.
  private func choice(
    _ condition: Condition,
    _ values: [JSON],
    _ actual: JSON,
    _ holds: Bool
  ) -> Comparison {
    let label = words.subject(condition)
    let value = words.value(actual, condition.path)
    let wanted = words.alternatives(values, condition.path, limit: 5)
    if case .bool = actual {
      let text = "\(label): \(value)"
      return Comparison(text, wanted: (condition.isNegated ? "not " : "") + wanted, text: text)
    }
    let found = "\(label) is \(value)"
    return switch (condition.isNegated, holds) {
    case (false, true):
      Comparison(found, wanted: wanted, text: values.count == 1 ? found : nil)
    case (false, false): Comparison(found, wanted: wanted, text: "\(found), not \(wanted)")
    case (true, true): Comparison(found, wanted: "not \(wanted)")
    case (true, false): Comparison(found, wanted: "anything but \(wanted)")
    }
  }

  /// `14 orders`, `spend 950 EUR`, `customer for 5 years`.
  private func amount(_ condition: Condition, _ actual: JSON) -> String {
    switch condition.subject {
    case .attribute(let path):
      return CountWords.amount(
        words.value(actual, path),
        actual,
        words.catalog[path],
        words.label(path)
      )
    case .years(let path):
      return elapsed(words.label(path), Int(actual.doubleValue ?? 0), "year")
    case .count(let path, let rule):
      let count = words.value(actual, nil)
      return "\(words.label(path)): \(count) \(words.predicate(rule, of: path))"
    case .item, .segment:
      return "\(words.subject(condition)) \(words.value(actual, nil))"
    }
  }

  /// `last order 50 days ago`, `last order today`; from two years on in years.
  private func age(_ label: String, _ value: JSON) -> (text: String, isInDays: Bool)? {
    guard let day = value.stringValue.flatMap({ words.wording.day($0) }) else { return nil }
    let days = words.wording.today.days(since: day)
    return switch days {
    case 0: ("\(label) today", true)
    case 1..<730: (elapsed(label, days, "day"), true)
    case 730...: (elapsed(label, words.wording.today.years(since: day), "year"), false)
    default: ("\(label) in \(Wording.days(-days))", true)
    }
  }

  /// `born 42 years ago`; a label that ends in *since* reads `customer for 5 years`.
  private func elapsed(_ label: String, _ count: Int, _ unit: String) -> String {
    let amount = count == 0 ? "less than a \(unit)" : "\(NumberWords.words(Double(count))) \(unit)"
    let words = count > 1 ? amount + "s" : amount
    return label.hasSuffix(" since") ? "\(label.dropLast(6)) for \(words)" : "\(label) \(words) ago"
  }

  // MARK: unknown and broken

  /// What is missing where the answer hangs on it, each once.
  func gaps(_ explanation: Explanation) -> [Membership.Reason] {
    var reasons: [Membership.Reason] = []
    for part in Self.undecided(explanation) {
      for path in part.missingPaths.map(\.description)
      where !reasons.contains(where: { $0.path == path }) {
        reasons.append(
          Membership.Reason(
            text: "\(Membership.unknownPrefix)\(words.label(path))",
            answer: .unknown,
            path: path
          )
        )
      }
      if part.missingPaths.isEmpty {
        let reason = unreadable(part)
        if !reasons.contains(reason) { reasons.append(reason) }
      }
    }
    return reasons
  }

  /// The conditions that are unknown and keep the answer so.
  static func undecided(_ explanation: Explanation) -> [Explanation] {
    switch explanation.node.operator {
    case .and, .or, .not, .truthy, .if:
      let parts = explanation.children.filter { $0.answer == .unknown }.flatMap { undecided($0) }
      return parts.isEmpty ? [explanation] : parts
    default: return [explanation]
    }
  }

  private func unreadable(_ explanation: Explanation) -> Membership.Reason {
    if let condition = Condition(explanation.node), case .segment = condition.subject {
      return Membership.Reason(
        text: "\(Membership.unknownPrefix)whether in \(words.subject(condition))",
        answer: .unknown
      )
    }
    guard let condition = Condition(explanation.node), let path = condition.path else {
      return Membership.Reason(
        text: explanation.reason ?? "cannot tell: \(statement(explanation))",
        answer: .unknown
      )
    }
    let actual = Self.actual(of: explanation) ?? Self.variable(explanation)
    let value = actual.map { " (\(words.value($0, path)))" } ?? ""
    return Membership.Reason(
      text: "cannot be read: \(words.label(path))\(value)",
      answer: .unknown,
      path: path,
      actual: isHidden(path) ? nil : actual
    )
  }

  /// The value of the first variable below.
  private static func variable(_ explanation: Explanation) -> JSON? {
    if explanation.node.variable != nil { return explanation.value }
    for child in explanation.children {
      if let value = variable(child) { return value }
    }
    return nil
  }

  private func broken(_ explanation: Explanation) -> String {
    var reason: String?
    explanation.visit { part in
      if part.answer == .broken, let text = part.reason { reason = text }
    }
    return "the rule cannot be used: \(reason ?? "it failed")"
  }
}

extension Membership {
  static let unknownPrefix = "not known: "
}

extension Answer {
  package init(_ answer: Membership.Answer) {
    self =
      switch answer {
      case .in: .in
      case .out: .out
      case .unknown: .unknown
      case .broken: .broken
      }
  }
}

extension Membership.Answer {
  package init(_ answer: Answer) {
    self =
      switch answer {
      case .in: .in
      case .out: .out
      case .unknown: .unknown
      case .broken: .broken
      }
  }
}
