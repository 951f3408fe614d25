/// How many values there are, their mean, and how far they lie around it.
///
/// Kept by Welford's recurrence, so that no sum of squares loses digits.
package struct Moments: Hashable, Sendable {
  package private(set) var count = 0
  package private(set) var mean = 0.0
  /// Of the squared distances from the mean.
  private var squares = 0.0

  package init() {}

  package init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Takes a value in, so many times; what is not finite is left out.
  package mutating func add(_ value: Double, times: Int = 1) {
    guard times > 0, value.isFinite else { return }
    let before = Double(count)
    count += times
    let distance = value - mean
    mean += distance * Double(times) / Double(count)
    squares += distance * distance * before * Double(times) / Double(count)
  }

  /// Of the sample; nil for fewer than two values.
  package var variance: Double? { count > 1 ? max(0, squares / Double(count - 1)) : nil }
}
