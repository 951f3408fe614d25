/// A fault of a rule: where, what, and what would be right.
public struct RuleProblem: Hashable, Sendable {
  /// What kind of fault it is.
  public enum Kind: Hashable, Sendable {
    /// No operation has this name.
    case unknownOperation
    /// Operations nest deeper than the limit.
    case tooDeep
    /// The rule has more nodes than the limit.
    case tooLarge
    /// Too few or too many operands, or operands that do not stand in a list.
    case arity
    /// An operand that the operation can never read.
    case operand
    /// An object that reads as data, although it looks like operations.
    case severalKeys

    /// Whether a rule with this fault is refused; the others raise an error when they are reached.
    public var isFatal: Bool {
      switch self {
      case .unknownOperation, .tooDeep, .tooLarge: true
      case .arity, .operand, .severalKeys: false
      }
    }
  }

  /// What kind of fault it is.
  public let kind: Kind
  /// Where it is in the rule.
  public let pointer: JSONPointer
  /// What is wrong, in plain words.
  public let reason: String
  /// What would be right, where that is known.
  public let remedy: String?
}

extension RuleProblem: CustomStringConvertible {
  /// Place, fault and remedy on one line.
  public var description: String {
    let place = pointer.tokens.isEmpty ? "rule" : pointer.description
    return "\(place): \(reason)" + (remedy.map { "; \($0)" } ?? "")
  }
}

/// Why a rule cannot be used: every fatal fault at once.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The fatal faults, in the order of the rule; never empty.
  public let problems: [RuleProblem]

  /// The faults, one a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
