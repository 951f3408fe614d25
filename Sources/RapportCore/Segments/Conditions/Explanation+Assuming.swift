import JSONLogic

extension Explanation {
  /// What the rule would answer if some of its conditions answered otherwise.
  ///
  /// `change` gives the assumed answer of a condition, or nil to leave it and look below it. Joins
  /// are read again by Kleene's rules; anything else keeps its answer.
  func assuming(_ change: (Explanation) -> Answer?) -> Answer {
    if let assumed = change(self) { return assumed }
    func answers() -> [Answer] { children.map { $0.assuming(change) } }
    switch node.operator {
    case .and: return answers().reduce(.in) { Self.lower($0, $1) }
    case .or: return answers().reduce(.out) { Self.lower($0.negated, $1.negated).negated }
    case .not: return answers().first?.negated ?? answer
    case .truthy: return answers().first ?? answer
    default: return answer
    }
  }

  /// The minimum, where one that is broken stays so unless the other decides.
  private static func lower(_ left: Answer, _ right: Answer) -> Answer {
    if left == .out || right == .out { return .out }
    if left == .broken || right == .broken { return .broken }
    return left == .unknown || right == .unknown ? .unknown : .in
  }
}
