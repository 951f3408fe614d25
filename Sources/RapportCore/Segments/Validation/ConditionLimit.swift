import JSONLogic

/// The limit of a condition, and how far customers' values lie from it.
struct ConditionLimit {
  private let path: String
  private let limits: [Double]
  /// How a value is read: as it is, as a day, as the days or the years since one.
  private let reading: Reading
  private let today: CalendarDate

  private enum Reading { case number, day, daysAgo, years }

  /// Nil for a condition that has none, such as a choice.
  init?(_ condition: Condition, _ words: ConditionWords) {
    guard let path = condition.path else { return nil }
    self.path = path
    today = words.wording.today
    let limits: [JSON]
    switch condition.test {
    case .compare(_, let limit): limits = [limit]
    case .between(let low, _, let high, _): limits = [low, high]
    case .withinDays(let days):
      self.limits = [days]
      reading = .daysAgo
      return
    default: return nil
    }
    switch condition.subject {
    case .attribute where words.catalog[path]?.kind == .date:
      reading = .day
      self.limits = limits.compactMap { limit in
        limit.stringValue.flatMap(words.wording.day).map { Double($0.daysSinceEpoch) }
      }
    case .attribute:
      reading = .number
      self.limits = limits.compactMap(\.doubleValue)
    case .years:
      reading = .years
      self.limits = limits.compactMap(\.doubleValue)
    case .count, .item, .segment: return nil
    }
    guard self.limits.count == limits.count else { return nil }
    day = words.wording.day
  }

  private var day: (String) -> CalendarDate? = { CalendarDate(parsing: $0) }

  /// Nil where the value is missing or of another kind.
  func distance(of facts: CustomerFacts) -> Double? {
    guard let value = facts.value(at: path), let number = number(value) else { return nil }
    return limits.map { abs($0 - number) }.min()
  }

  private func number(_ value: JSON) -> Double? {
    guard reading != .number else { return value.doubleValue }
    guard let date = value.stringValue.flatMap(day) else { return nil }
    return switch reading {
    case .number: nil
    case .day: Double(date.daysSinceEpoch)
    case .daysAgo: Double(today.days(since: date))
    case .years: Double(today.years(since: date))
    }
  }
}
