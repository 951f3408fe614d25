package import JSONLogic

/// Says how little is missing: `nearly: 38 of 50 employees`.
package struct NearMissWords: Sendable {
  package var words: ConditionWords

  /// How far a number may be from its limit, as a share of it, to be near.
  private static let nearness = 0.5

  package init(_ words: ConditionWords) { self.words = words }

  /// Nil where no change of one number, date or version makes the rule hold, or only a large one.
  package func nearMiss(
    _ rule: Rule,
    _ explanation: Explanation,
    _ data: some RuleData,
    _ operations: Operations
  ) -> String? {
    guard explanation.answer == .out else { return nil }
    let dates = lateness(explanation)
    let number = nearestAmount(rule, data, operations)
    return (dates + [number].compactMap(\.self)).min { $0.distance < $1.distance }.map(\.sentence)
  }

  /// A change that is small enough to be named.
  struct Candidate: Sendable {
    var text: String
    var distance: Double

    var sentence: String { "nearly: \(text)" }
  }

  /// The smallest change of one number that makes the rule hold.
  func nearestAmount(
    _ rule: Rule,
    _ data: some RuleData,
    _ operations: Operations
  ) -> Candidate? {
    rule.nearMisses(data, operations: operations).lazy.compactMap { amount($0) }
      .map { Candidate(text: $0.text, distance: $0.distance) }.first
  }

  private func amount(_ miss: NearMiss) -> (text: String, distance: Double)? {
    guard miss.distance <= Self.nearness, let actual = miss.actual, actual.doubleValue != nil,
      case .range(let from, let to) = miss.need
    else { return nil }
    let path = miss.path.description
    let label = words.label(path)
    let value = words.value(actual, path)
    if let from, (actual.doubleValue ?? 0) <= (from.value.doubleValue ?? 0) {
      let limit = words.value(from.value, path)
      if from.isIncluded, CountWords.noun(words.catalog[path], label) != nil {
        return ("\(value) of \(limit) \(label)", miss.distance)
      }
      return (
        "\(label) \(value), \(from.isIncluded ? "at least" : "more than") \(limit)", miss.distance
      )
    }
    guard let to else { return nil }
    let amount = CountWords.amount(value, actual, words.catalog[path], label)
    let limit = words.value(to.value, path)
    return ("\(amount), \(to.isIncluded ? "at most" : "less than") \(limit)", miss.distance)
  }

  /// The dates that alone are too long ago.
  func lateness(_ explanation: Explanation) -> [Candidate] {
    var found: [Candidate] = []
    explanation.visit { part in
      guard part.answer == .out, let condition = Condition(part.node), !condition.isNegated,
        case .withinDays(let limit) = condition.test, let path = condition.path,
        let text = part.children.first?.value?.stringValue, let day = words.wording.day(text),
        explanation.assuming({ $0.pointer == part.pointer ? .in : nil }) == .in
      else { return }
      let days = words.wording.today.days(since: day)
      let distance = (Double(days) - limit) / max(limit, 1)
      guard days > 0, distance > 0, distance <= Self.nearness else { return }
      let label = words.label(path)
      found.append(
        Candidate(
          text: "\(label) \(Wording.days(days)) ago, within \(NumberWords.words(limit))",
          distance: distance
        )
      )
    }
    return found
  }
}
