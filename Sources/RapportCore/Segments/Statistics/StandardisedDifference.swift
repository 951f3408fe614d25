/// How far two groups lie apart, measured by how far their values spread: (x̄₁ - x̄₂) / √((s₁² + s₂²) / 2).
///
/// From 0.1 on a difference is worth a word, from 0.2 on it is useful (science.md, section 3).
package enum StandardisedDifference {
  package static let noticeable = 0.1
  package static let useful = 0.2
  /// What is said where neither group spreads at all and both differ.
  package static let most = 10.0

  /// Nil where a group has too few values to tell.
  package static func of(_ first: Moments, _ second: Moments) -> Double? {
    guard let one = first.variance, let other = second.variance else { return nil }
    return ratio(first.mean - second.mean, spread: ((one + other) / 2).squareRoot())
  }

  /// Of two shares; nil where a group is empty.
  package static func ofShares(
    _ first: (part: Int, all: Int),
    _ second: (part: Int, all: Int)
  ) -> Double? {
    guard first.all > 0, second.all > 0 else { return nil }
    let (one, other) = (
      Double(first.part) / Double(first.all), Double(second.part) / Double(second.all)
    )
    let spread = ((one * (1 - one) + other * (1 - other)) / 2).squareRoot()
    return ratio(one - other, spread: spread)
  }

  private static func ratio(_ difference: Double, spread: Double) -> Double {
    guard difference != 0 else { return 0 }
    guard spread > 0 else { return difference > 0 ? most : -most }
    return min(most, max(-most, difference / spread))
  }
}
