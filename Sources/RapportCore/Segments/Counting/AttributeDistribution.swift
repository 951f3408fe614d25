package import JSONLogic

/// How the values of one attribute spread over the customers.
package struct AttributeDistribution: Sendable {
  package struct Value: Sendable, Hashable {
    package var value: JSON
    /// Customers with it; in a list, with it among others.
    package var count: Int

    package init(value: JSON, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// Numbers or dates at the quantiles 0, 1/4, 1/2, 3/4 and 1; each is the value of a customer
  /// (the nearest rank: the smallest value that so many have or are below).
  package struct Spread: Sendable, Hashable {
    package var least, lowerQuartile, median, upperQuartile, greatest: JSON

    package init(
      least: JSON,
      lowerQuartile: JSON,
      median: JSON,
      upperQuartile: JSON,
      greatest: JSON
    ) {
      self.least = least
      self.lowerQuartile = lowerQuartile
      self.median = median
      self.upperQuartile = upperQuartile
      self.greatest = greatest
    }
  }

  package var path: String
  /// All customers, and those of whom the value is not known.
  package var customers: Int
  package var missing: Int
  /// How many different values there are.
  package var distinct: Int
  /// The most frequent, the most frequent first.
  package var values: [Value]
  /// Nil where fewer than two customers have a number or a date.
  package var spread: Spread?

  package init(
    path: String,
    customers: Int,
    missing: Int,
    distinct: Int,
    values: [Value],
    spread: Spread?
  ) {
    self.path = path
    self.customers = customers
    self.missing = missing
    self.distinct = distinct
    self.values = values
    self.spread = spread
  }
}

extension AttributeDistribution {
  /// From how many customers have each value; a list counts for each of its items.
  ///
  /// - Parameters:
  ///   - path: the attribute's.
  ///   - counts: each value once; a blank text counts as missing, as rules read it.
  ///   - customers: how many there are in all.
  ///   - limit: so many of the most frequent values are kept.
  package init(path: String, counts: [Value], customers: Int, limit: Int) {
    var items: [JSON: Int] = [:]
    var ordered: [Value] = []
    var known = 0
    for entry in counts where entry.count > 0 && !entry.value.isMissing {
      known += entry.count
      switch entry.value {
      case .array(let list): for item in Set(list) { items[item, default: 0] += entry.count }
      default:
        items[entry.value, default: 0] += entry.count
        if Self.isOrdered(entry.value) { ordered.append(entry) }
      }
    }
    let frequent = items.sorted { left, right in
      (right.value, Self.text(left.key)) < (left.value, Self.text(right.key))
    }
    self.init(
      path: path,
      customers: customers,
      missing: max(0, customers - known),
      distinct: items.count,
      values: frequent.prefix(limit).map { Value(value: $0.key, count: $0.value) },
      spread: Self.spread(ordered)
    )
  }

  private static func text(_ value: JSON) -> String { value.stringValue ?? value.compact() }

  private static func isOrdered(_ value: JSON) -> Bool {
    value.doubleValue != nil || value.stringValue.flatMap { CalendarDate(parsing: $0) } != nil
  }

  /// Of numbers alone or of dates alone: whichever more customers have.
  private static func spread(_ counts: [Value]) -> Spread? {
    let numbers = counts.filter { $0.value.doubleValue != nil }
    let dates = counts.filter { $0.value.doubleValue == nil }
    func total(_ values: [Value]) -> Int { values.reduce(0) { $0 + $1.count } }
    let isNumeric = total(numbers) >= total(dates)
    let sorted = (isNumeric ? numbers : dates).sorted { left, right in
      if let left = left.value.doubleValue, let right = right.value.doubleValue {
        return left < right
      }
      return text(left.value) < text(right.value)
    }
    let count = total(sorted)
    guard count > 1, let first = sorted.first, let last = sorted.last else { return nil }
    func quantile(_ quarters: Int) -> JSON {
      let rank = max(1, (count * quarters + 3) / 4)
      var seen = 0
      for entry in sorted {
        seen += entry.count
        if seen >= rank { return entry.value }
      }
      return last.value
    }
    return Spread(
      least: first.value,
      lowerQuartile: quantile(1),
      median: quantile(2),
      upperQuartile: quantile(3),
      greatest: last.value
    )
  }
}
