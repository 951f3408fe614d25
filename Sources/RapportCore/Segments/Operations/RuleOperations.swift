package import JSONLogic

/// The operations that we add to JSONLogic.
///
/// All are total: what they cannot read gives null, which
/// reads as *unknown*.
package enum RuleOperations {
  /// For compiling rules: the names and operands, bound to no moment and no customer.
  package static let names = Operations(
    dates(today: CalendarDate(daysSinceEpoch: 0), zone: TimeZones.utc) + texts
      + [semanticVersion, countWhere, inSegment { _ in nil }]
  )

  /// Bound to a day and to the zone whose calendar it is on; `in_segment` knows no segment.
  package static func bound(today: CalendarDate, zone: Zone) -> Operations {
    Operations(
      dates(today: today, zone: zone) + texts
        + [semanticVersion, countWhere, inSegment { _ in nil }]
    )
  }

  /// `in_segment [id]`: whether the customer is in another segment; `answer` is nil where there is
  /// no such segment.
  package static func inSegment(
    _ answer: @escaping @Sendable (Segment.ID) -> Membership.Answer?
  ) -> Operation {
    Operation("in_segment", arity: 1...1) { operands in
      guard let id = operands.first??.stringValue else {
        return Operation.Verdict(.broken, reason: "in_segment names no segment")
      }
      switch answer(Segment.ID(id)) {
      case .in: return Operation.Verdict(.in)
      case .out: return Operation.Verdict(.out)
      case .unknown: return Operation.Verdict(.unknown)
      case .broken:
        return Operation.Verdict(.broken, reason: "the segment \"\(id)\" cannot be used")
      case nil: return Operation.Verdict(.broken, reason: "there is no segment \"\(id)\"")
      }
    } evaluate: { operands in
      guard let id = operands.first?.stringValue, let answer = answer(Segment.ID(id)) else {
        return .null
      }
      switch answer {
      case .in: return true
      case .out: return false
      case .unknown, .broken: return .null
      }
    }
  }

  /// `count_where [list, rule]`: how many items the rule holds for.
  static let countWhere = Operation(perItem: "count_where") { holding, _ in JSON(holding) }

  /// `sem_ver [version, "<", version]` by Semantic Versioning 2.0.0, where `=` is also `==`;
  /// `^` is the same major, `~` the same major and minor, neither older than the second.
  static let semanticVersion = Operation("sem_ver", arity: 3...3) { operands in
    guard operands.count == 3, let left = operands[0].stringValue,
      let sign = operands[1].stringValue,
      let right = operands[2].stringValue, let left = SemanticVersion(lenient: left),
      let right = SemanticVersion(lenient: right)
    else { return .null }
    return left.compares(sign, right).map { .bool($0) } ?? .null
  }
}

extension SemanticVersion {
  /// The signs that `sem_ver` knows.
  package static let signs = ["=", "==", "!=", "<", "<=", ">", ">=", "^", "~"]

  /// Nil where `sign` is none.
  func compares(_ sign: String, _ other: SemanticVersion) -> Bool? {
    switch sign {
    case "=", "==": self == other
    case "!=": self != other
    case "<": self < other
    case "<=": self <= other
    case ">": self > other
    case ">=": self >= other
    case "^": self >= other && hasSameNumbers(as: other, 1)
    case "~": self >= other && hasSameNumbers(as: other, 2)
    default: nil
    }
  }
}
