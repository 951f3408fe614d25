package import JSONLogic

/// Gathers what two groups of customers have of one attribute, value by value.
package struct AttributeTally: Sendable {
  private let attribute: Attribute
  private let zone: Zone
  private var known = (first: 0, second: 0)
  private var numbers = (first: Moments(), second: Moments())
  private var levels: [JSON: (first: Int, second: Int)] = [:]

  /// So many levels are kept of each attribute.
  package static let mostLevels = 40

  package init(_ attribute: Attribute, zone: Zone) {
    self.attribute = attribute
    self.zone = zone
  }

  /// Whether values are compared as numbers.
  package var isNumeric: Bool { [.integer, .number, .date].contains(attribute.kind) }

  /// Takes a value in, which so many of each group have.
  package mutating func add(_ value: JSON?, first: Int, second: Int) {
    guard first + second > 0, let value, !value.isMissing else { return }
    switch attribute.kind {
    case .integer, .number:
      guard case .number(let number) = value else { return }
      add(number: number.double, first: first, second: second)
    case .date:
      guard let day = RuleOperations.day(value, zone) else { return }
      add(number: Double(day.daysSinceEpoch), first: first, second: second)
    case .list:
      let items = Set(value.arrayValue ?? [value]).filter { !$0.isMissing }
      guard !items.isEmpty else { return }
      addKnown(first: first, second: second)
      for item in items { add(level: item, first: first, second: second) }
    case .text, .boolean, .choice, .version:
      addKnown(first: first, second: second)
      add(level: value, first: first, second: second)
    }
  }

  /// Takes a number in, of an attribute that has numbers.
  package mutating func add(number: Double, first: Int, second: Int) {
    guard number.isFinite else { return }
    addKnown(first: first, second: second)
    numbers.first.add(number, times: first)
    numbers.second.add(number, times: second)
  }

  /// Counts values that are known and too rare to be told apart.
  package mutating func addKnown(first: Int, second: Int) {
    known.first += first
    known.second += second
  }

  private mutating func add(level: JSON, first: Int, second: Int) {
    let before = levels[level] ?? (0, 0)
    levels[level] = (before.first + first, before.second + second)
  }

  package var contrast: AttributeContrast {
    let difference =
      isNumeric ? StandardisedDifference.of(numbers.first, numbers.second) : nil
    let found = levels.map { value, counts in
      AttributeContrast.Level(
        value: value,
        first: counts.first,
        second: counts.second,
        difference: StandardisedDifference.ofShares(
          (counts.first, known.first),
          (counts.second, known.second)
        ) ?? 0
      )
    }
    let sorted = found.sorted { left, right in
      let (one, other) = (left.difference.magnitude, right.difference.magnitude)
      return (other, left.value.compact()) < (one, right.value.compact())
    }
    let isComparable = known.first > 0 && known.second > 0
    return AttributeContrast(
      id: attribute.path,
      known: known,
      numbers: isNumeric ? numbers : nil,
      levels: Array(sorted.prefix(Self.mostLevels)),
      difference: isNumeric ? difference : isComparable ? sorted.first?.difference : nil
    )
  }
}
