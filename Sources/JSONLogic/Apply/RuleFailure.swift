/// An error that a rule raised.
public struct RuleFailure: Error, Hashable, Sendable {
  /// The error object; its `type` names the error.
  public let error: JSON
  /// The node that raised it.
  public let pointer: JSONPointer
  /// Whether `try` may handle it; exceeding a limit ends the reading.
  let isCatchable: Bool

  /// The error's `type` as text: "NaN", "Invalid Arguments", or what `throw` was given.
  public var type: String { error["type"]?.text ?? error.compact() }
}

extension RuleFailure: CustomStringConvertible {
  /// The type and the place.
  public var description: String {
    pointer.tokens.isEmpty ? type : "\(type) at \(pointer)"
  }
}

extension RuleFailure {
  /// An operand that is no number, or a result that is none.
  static func notANumber(_ node: RuleNode) -> RuleFailure { named("NaN", node) }

  /// Too few operands, or operands of the wrong shape.
  static func invalidArguments(_ node: RuleNode) -> RuleFailure { named("Invalid Arguments", node) }

  /// A custom operation that the reading does not know.
  static func unknownOperation(_ node: RuleNode) -> RuleFailure { named("Unknown Operator", node) }

  /// More steps or a larger result than the limits allow.
  static func tooMuchWork(_ node: RuleNode) -> RuleFailure {
    RuleFailure(error: ["type": "Too Much Work"], pointer: node.pointer, isCatchable: false)
  }

  /// What `throw` raises: an object as it is, anything else as its type.
  static func thrown(_ value: JSON, _ node: RuleNode) -> RuleFailure {
    let error: JSON = value.objectValue == nil ? ["type": value] : value
    return RuleFailure(error: error, pointer: node.pointer, isCatchable: true)
  }

  private static func named(_ type: String, _ node: RuleNode) -> RuleFailure {
    RuleFailure(error: ["type": .string(type)], pointer: node.pointer, isCatchable: true)
  }
}
