import Glibc

/// So many of so many, with how sure that is.
///
/// No data has no share: it is never 0 %.
package struct Proportion: Sendable, Hashable {
  /// Two-sided 95 %.
  package static let deviations = 1.959963984540054

  package var successes: Int
  package var count: Int

  package init(_ successes: Int = 0, of count: Int = 0) {
    self.successes = successes
    self.count = count
  }

  /// Nil where nothing was counted.
  package var share: Double? { count > 0 ? Double(successes) / Double(count) : nil }

  /// Where the share lies with 95 %, by Wilson's score interval; nil where nothing was counted.
  ///
  /// Unlike Wald's it holds its promise for few answers and for shares near 0 and 1.
  package var interval: ClosedRange<Double>? {
    guard count > 0 else { return nil }
    let (x, n, z) = (Double(successes), Double(count), Self.deviations)
    let centre = (x + z * z / 2) / (n + z * z)
    let half = z / (n + z * z) * sqrt(x * (n - x) / n + z * z / 4)
    // Rounding must not say that what always happened might not be possible.
    let low = successes == 0 ? 0 : max(0, centre - half)
    let high = successes == count ? 1 : min(1, centre + half)
    return low...high
  }

  package static func + (left: Proportion, right: Proportion) -> Proportion {
    Proportion(left.successes + right.successes, of: left.count + right.count)
  }
}
