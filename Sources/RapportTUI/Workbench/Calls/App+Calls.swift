import RapportCore

/// Whom of a segment to call: a list that is drawn, and from it on to the Desk.
extension App {
  /// The segment whose members are listed, where it is one: only members are called.
  private var calledSegment: Segment.ID? {
    guard listsMembers, case .members(let ids) = workbench.statistics.members.group, ids.count == 1
    else { return nil }
    return ids.first
  }

  mutating func performOnCalls(_ action: Action.ID, now: Instant) -> [Effect] {
    switch action {
    case .callList:
      guard let segment = calledSegment else { return [] }
      // Drawn anew each time: who was called meanwhile is left alone.
      workbench.statistics.callKey = nil
      open(.calls(segment, others: 0))
    case .otherCalls:
      guard case .calls(let segment, let others) = workbench.screens.last?.kind else { return [] }
      workbench.editScreen { $0 = WorkbenchScreen(.calls(segment, others: others + 1)) }
    case .openCall:
      return callUnderCursor.map { openCard(of: $0, found: nil, now: now) } ?? []
    default: break
    }
    return []
  }

  private var callUnderCursor: Customer.ID? {
    guard let screen = workbench.screens.last, case .calls = screen.kind else { return nil }
    let entries = workbench.statistics.calls.value?.entries ?? []
    return entries.isEmpty ? nil : entries[min(screen.place.index, entries.count - 1)].id
  }

  var canListCalls: Availability {
    .when(calledSegment != nil, else: "members of a segment are called: 3 lists them")
  }

  var canOpenCall: Availability {
    .when(callUnderCursor != nil, else: "nobody is on the list")
  }
}
