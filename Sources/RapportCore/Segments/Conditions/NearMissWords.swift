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
    /// What is missing or too much: `1 order short`.
    var gap: String
    var distance: Double

    var sentence: String { "nearly: \(text)" }
  }

  /// The smallest change of one number that makes the rule hold.
  func nearestAmount(
    _ rule: Rule,
    _ data: some RuleData,
    _ operations: Operations
  ) -> Candidate? {
    rule.nearMisses(data, operations: operations).lazy.compactMap { amount($0) }.first
  }

  private func amount(_ miss: NearMiss) -> Candidate? {
    guard miss.distance <= Self.nearness, let actual = miss.actual,
      let number = actual.doubleValue, case .range(let from, let to) = miss.need
    else { return nil }
    let path = miss.path.description
    let label = words.label(path)
    let value = words.value(actual, path)
    func candidate(_ text: String, _ missing: Double, _ word: String) -> Candidate {
      Candidate(text: text, gap: gap(missing, path, word), distance: miss.distance)
    }
    if let from, let least = from.value.doubleValue, number <= least {
      let limit = words.value(from.value, path)
      let isCounted = from.isIncluded && CountWords.noun(words.catalog[path], label) != nil
      let bound = from.isIncluded ? "at least" : "more than"
      let text =
        isCounted ? "\(value) of \(limit) \(label)" : "\(label) \(value), \(bound) \(limit)"
      return candidate(text, least - number + step(from, path), "short")
    }
    guard let to, let most = to.value.doubleValue else { return nil }
    let amount = CountWords.amount(value, actual, words.catalog[path], label)
    let limit = words.value(to.value, path)
    let text = "\(amount), \(to.isIncluded ? "at most" : "less than") \(limit)"
    return candidate(text, number - most + step(to, path), "too many")
  }

  /// How far beyond a bound that does not itself count a value has to be: the next whole one.
  private func step(_ bound: NearMiss.Bound, _ path: String) -> Double {
    !bound.isIncluded && words.catalog[path]?.kind == .integer ? 1 : 0
  }

  /// `1 order short`, `50 EUR too much`, `at the limit`.
  private func gap(_ missing: Double, _ path: String, _ word: String) -> String {
    guard missing > 0 else { return "just at the limit" }
    let json = missing == missing.rounded() ? JSON(Int(missing)) : JSON(missing)
    let value = words.value(json, path)
    let label = words.label(path)
    guard CountWords.noun(words.catalog[path], label) != nil else {
      return "\(value) \(word == "short" ? word : "too much")"
    }
    return "\(CountWords.amount(value, json, words.catalog[path], label)) \(word)"
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
          gap: "\(Wording.days(days - Int(limit))) too late",
          distance: distance
        )
      )
    }
    return found
  }
}
