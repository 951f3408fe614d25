import Glibc

/// How much two shares differ, with how sure that is.
package struct ShareDifference: Sendable, Hashable {
  /// The first share less the second.
  package var value: Double
  package var interval: ClosedRange<Double>

  /// By Newcombe's method 10, from the two Wilson intervals; nil where one of them has no data.
  package init?(_ first: Proportion, _ second: Proportion) {
    guard let share = first.share, let other = second.share, let own = first.interval,
      let others = second.interval
    else { return nil }
    func distance(_ one: Double, _ two: Double) -> Double { sqrt(one * one + two * two) }
    value = share - other
    let low = value - distance(share - own.lowerBound, others.upperBound - other)
    let high = value + distance(own.upperBound - share, other - others.lowerBound)
    interval = min(low, value)...max(high, value)
  }

  /// Whether the interval leaves no doubt of the direction.
  package var isSure: Bool { interval.lowerBound > 0 || interval.upperBound < 0 }
}
