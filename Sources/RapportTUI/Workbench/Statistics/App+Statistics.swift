import RapportCore
import Terminal

/// Counting for the workbench: asked for where it is looked at, and again when things change.
extension App {
  /// Asks for what was counted anew, where it is looked at.
  mutating func count(now: Instant) -> [Effect] {
    workbench.statistics.stamp += 1
    guard view == .workbench else { return [] }
    return [
      .countSegments(generation: workbench.statistics.overview.begin(), at: now),
      .countIdentities(generation: workbench.statistics.identities.begin(), at: now),
    ]
  }

  /// Counts for a supervisor as soon as everybody can be found, so that the figures are there before they
  /// are looked at.
  mutating func countAhead(now: Instant) -> [Effect] {
    guard agent.role == .supervisor, view != .workbench, find.census?.isComplete == true,
      workbench.statistics.overview.state == .idle
    else { return [] }
    return [.countSegments(generation: workbench.statistics.overview.begin(), at: now)]
  }

  /// Asks for what the screen lacks; nothing where it is being counted already.
  mutating func countWhatIsShown(now: Instant) -> [Effect] {
    guard view == .workbench else { return [] }
    switch workbench.screens.last?.kind {
    case .overlaps: return countOverlaps(now: now)
    case .comparison(let first, let second):
      return countOverlaps(now: now)
        + contrast(.members([first]), .members([second]), now: now)
    case .members(let group): return listMembers(of: group, now: now)
    case .why: return []
    case .calls(let segment, let others): return drawCalls(of: segment, others, now: now)
    case nil:
      guard let segment = shownSegment(now: now)?.id else { return [] }
      return shownTabs(now: now).flatMap { tab -> [Effect] in
        switch tab {
        case .who: contrast(.members([segment]), .rest(of: segment), now: now)
        case .figures:
          contrast(.members([segment]), .rest(of: segment), now: now) + doubt(segment, now: now)
        case .rule: doubt(segment, now: now)
        case .members: listMembers(of: .members([segment]), now: now)
        case .how, .changes: []
        }
      }
    }
  }

  private mutating func contrast(
    _ first: CustomerGroup,
    _ second: CustomerGroup,
    now: Instant
  ) -> [Effect] {
    let key = WorkbenchStatistics.ContrastKey(
      first: first,
      second: second,
      stamp: workbench.statistics.stamp
    )
    let last = workbench.statistics.contrastKey
    guard last != key else { return [] }
    workbench.statistics.contrastKey = key
    let isOther = last?.first != first || last?.second != second
    let generation = workbench.statistics.contrast.begin(forgetting: isOther)
    return [.contrast(first, second, generation: generation, at: now)]
  }

  /// Asks what the votes that count say of each condition; nothing where nobody voted.
  private mutating func doubt(_ segment: Segment.ID, now: Instant) -> [Effect] {
    let votes = measure.states[segment]?.validation.counted ?? []
    guard !votes.isEmpty else { return [] }
    let key = WorkbenchStatistics.DoubtKey(
      segment: segment,
      votes: votes.map(\.id),
      stamp: workbench.statistics.stamp
    )
    guard workbench.statistics.doubtKey != key else { return [] }
    let isOther = workbench.statistics.doubtKey?.segment != segment
    workbench.statistics.doubtKey = key
    let generation = workbench.statistics.doubts.begin(forgetting: isOther)
    return [.doubt(segment, votes, generation: generation, at: now)]
  }

  /// What is drawn stays while it is worked through: whoever was called meanwhile is still on it.
  private mutating func drawCalls(
    of segment: Segment.ID,
    _ others: Int,
    now: Instant
  ) -> [Effect] {
    let key = WorkbenchStatistics.CallKey(segment: segment, others: others)
    guard workbench.statistics.callKey != key else { return [] }
    workbench.statistics.callKey = key
    let generation = workbench.statistics.calls.begin(forgetting: true)
    return [.drawCalls(segment, others: others, generation: generation, at: now)]
  }

  private mutating func countOverlaps(now: Instant) -> [Effect] {
    guard workbench.statistics.overlapsStamp != workbench.statistics.stamp else { return [] }
    workbench.statistics.overlapsStamp = workbench.statistics.stamp
    let ids = comparedSegments.map(\.id)
    let generation = workbench.statistics.overlaps.begin()
    return [.countOverlaps(ids, generation: generation, at: now)]
  }

  /// Those that overlaps are counted of.
  var comparedSegments: [Segment] {
    knowledge.definitions.segments.filter { $0.status != .retired }
  }

  private mutating func listMembers(of group: CustomerGroup, now: Instant) -> [Effect] {
    let stamp = workbench.statistics.stamp
    if workbench.statistics.members.group != group {
      workbench.statistics.members = MemberList(group, columns: memberColumns(of: group))
    }
    let top = workbench.screens.last?.place.top ?? workbench.profile.place.top
    let range = top..<(top + max(1, size.rows))
    return workbench.statistics.members.missing(in: range, stamp: stamp).map { query, generation in
      .listMembers(query, generation: generation, at: now)
    }
  }
}
