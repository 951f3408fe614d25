import JSONLogic
import RapportCore

/// The steps of changing a rule, those before and those that were undone.
struct RuleHistory: Sendable {
  /// A rule at a time, and where the cursor was.
  struct State: Sendable {
    var json: JSON?
    /// As they were shown, with groups that the JSON does without; nil where the JSON alone is known.
    var rows: RuleRows?
    /// Among the rows.
    var cursor: Int
    /// The JSON as it was typed, also where it could not be read; nil where rows were shown.
    var text: RuleText.State?

    /// The JSON as it is typed.
    var shownText: String { text?.text ?? (json ?? true).canonical() }
  }

  private(set) var past: [State] = []
  private(set) var future: [State] = []

  /// What was before a change; what was undone is gone then.
  mutating func note(_ state: State) {
    past.append(state)
    future = []
  }

  /// The nearest step before one that is wanted; nil where there is none.
  ///
  /// Those between are gone over, and stay in the line.
  mutating func back(from now: State, to isWanted: (State) -> Bool) -> State? {
    Self.move(now, &past, &future, isWanted)
  }

  /// The nearest step that was undone.
  mutating func forth(from now: State, to isWanted: (State) -> Bool) -> State? {
    Self.move(now, &future, &past, isWanted)
  }

  private static func move(
    _ now: State,
    _ source: inout [State],
    _ target: inout [State],
    _ isWanted: (State) -> Bool
  ) -> State? {
    guard let index = source.lastIndex(where: isWanted) else { return nil }
    target.append(now)
    target += source[(index + 1)...].reversed()
    let state = source[index]
    source.removeSubrange(index...)
    return state
  }
}
