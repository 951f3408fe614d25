import JSONLogic

/// What keeps one condition unknown for a value; nothing where it is not.
struct OpenCondition: Sendable {
  /// An attribute that is missing, and what the condition says once it is told.
  struct Gap: Sendable {
    var path: String
    /// Whether rules and records spell the path alike.
    var isDotted: Bool
    /// Where what looks at it holds, and where it does not.
    var ifIn: Answer
    var ifOut: Answer
  }

  var gaps: [Gap] = []
  /// Segments whose membership is not known.
  var segments: [Segment.ID] = []
  /// Whether a value is there and cannot be read.
  var isUnreadable = false

  static let none = OpenCondition()

  init() {}

  /// Of any part of a rule, and of whole rules.
  init(_ explanation: Explanation) {
    for part in ReasonWords.undecided(explanation) {
      let missing = part.missingPaths
      if let condition = Condition(part.node), case .segment(let other) = condition.subject {
        segments.append(other)
      } else if missing.isEmpty {
        isUnreadable = true
      }
      for path in missing {
        let text = path.description
        guard !gaps.contains(where: { $0.path == text }) else { continue }
        gaps.append(
          Gap(
            path: text,
            isDotted: path.isDotted,
            ifIn: Self.assumed(.in, of: text, in: explanation),
            ifOut: Self.assumed(.out, of: text, in: explanation)
          )
        )
      }
    }
  }

  /// The answer if all that misses `path` alone answered so.
  private static func assumed(
    _ answer: Answer,
    of path: String,
    in explanation: Explanation
  ) -> Answer {
    explanation.assuming { part in
      let isJoin = [.and, .or, .not, .truthy].contains(part.node.operator)
      guard !isJoin, part.answer == .unknown, part.missingPaths.map(\.description) == [path]
      else { return nil }
      return answer
    }
  }
}
