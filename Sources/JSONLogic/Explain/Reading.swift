/// What the three-valued reading knows about one node.
enum Reading {
  /// The value is known.
  case value(JSON)
  /// Only whether the value is truthy is known: `and` with a falsy operand behind an unknown one.
  case truth(Bool)
  /// A variable without a value; what standard JSONLogic would read instead, null or blank text.
  case missing(JSON)
  /// The value depends on something that is missing or cannot be read; why, where a host said so.
  case unknown(String?)
  /// Reading raised an error.
  indirect case broken(RuleFailure)

  static let unknown = Reading.unknown(nil)

  init(_ holds: Bool) {
    self = .value(.bool(holds))
  }

  /// A known answer as a Boolean value, any other as it is.
  init(_ answer: Answer) {
    switch answer {
    case .in: self = .value(true)
    case .out: self = .value(false)
    case .unknown, .broken: self = .unknown
    }
  }

  var answer: Answer {
    switch self {
    case .value(let value): Answer(value.isTruthy)
    case .truth(let holds): Answer(holds)
    case .missing, .unknown: .unknown
    case .broken: .broken
    }
  }

  var known: JSON? {
    guard case .value(let value) = self else { return nil }
    return value
  }

  /// What two branches have in common: their value, their answer, or nothing.
  func common(with other: Reading) -> Reading {
    switch (self, other) {
    case (.value(let left), .value(let right)) where left == right: return self
    case (.broken, .broken): return self
    default:
      guard answer == other.answer, answer == .in || answer == .out else { return .unknown }
      return .truth(answer == .in)
    }
  }
}
