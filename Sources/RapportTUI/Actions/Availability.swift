/// Whether an action can be done now, and else why not, in words for the agent.
enum Availability: Hashable, Sendable {
  case yes
  case no(String)

  var reason: String? {
    guard case .no(let reason) = self else { return nil }
    return reason
  }

  /// `yes` where `condition` holds.
  static func when(_ condition: Bool, else reason: @autoclosure () -> String) -> Availability {
    condition ? .yes : .no(reason())
  }
}
