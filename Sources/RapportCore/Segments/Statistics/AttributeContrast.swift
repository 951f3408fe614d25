package import JSONLogic

/// How two groups of customers differ in an attribute.
package struct AttributeContrast: Sendable, Identifiable {
  /// A value, or an item of a list, and how many of each group have it.
  package struct Level: Sendable, Hashable {
    package var value: JSON
    package var first: Int
    package var second: Int
    package var difference: Double

    package init(value: JSON, first: Int, second: Int, difference: Double) {
      (self.value, self.first, self.second) = (value, first, second)
      self.difference = difference
    }
  }

  /// The attribute's path.
  package var id: String
  /// Of how many of each group the value is known.
  package var known: (first: Int, second: Int)
  /// Numbers, and dates as days since 1970; nil for what has levels.
  package var numbers: (first: Moments, second: Moments)?
  /// The strongest difference first.
  package var levels: [Level]
  /// The strongest there is, with its sign; nil where too little is known.
  package var difference: Double?

  package init(
    id: String,
    known: (first: Int, second: Int),
    numbers: (first: Moments, second: Moments)?,
    levels: [Level],
    difference: Double?
  ) {
    (self.id, self.known, self.numbers) = (id, known, numbers)
    (self.levels, self.difference) = (levels, difference)
  }

  /// Fewer customers than this say nothing of a group: a value that one of them has is theirs alone.
  package static let fewest = 10

  /// Whether it is known of enough of both groups, and its strongest value is shared by enough.
  package var isTelling: Bool {
    guard min(known.first, known.second) >= Self.fewest else { return false }
    return levels.first.map { $0.first + $0.second >= Self.fewest } ?? true
  }

  /// How much more often a level occurs in the first group; nil where the second has none.
  package func lift(of level: Level) -> Double? {
    guard known.first > 0, known.second > 0, level.second > 0 else { return nil }
    return (Double(level.first) / Double(known.first))
      / (Double(level.second) / Double(known.second))
  }
}
