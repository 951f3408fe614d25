/// What the three-valued reading of a rule says (Kleene's strong logic), and that it failed.
///
/// `and` is the minimum, `or` the maximum and `not` is 2 - x over the raw values of the first three.
public enum Answer: Int, Hashable, Sendable {
  /// The rule does not hold.
  case out = 0
  /// A value is missing or cannot be read, and the answer depends on it.
  case unknown = 1
  /// The rule holds.
  case `in` = 2
  /// The rule raised an error; never counts as *in*.
  case broken = 3

  /// The answer for a truth value.
  public init(_ holds: Bool) {
    self = holds ? .in : .out
  }

  /// The opposite; unknown and broken stay.
  public var negated: Answer {
    switch self {
    case .out: .in
    case .in: .out
    case .unknown, .broken: self
    }
  }
}
