import RapportCore
import Terminal

/// The profile of a segment: its tabs, and moving in them.
extension App {
  /// The segment whose profile is on the screen.
  func shownSegment(now: Instant) -> Segment? {
    guard view == .workbench, workbench.page == .segments, workbench.isOpen || workbenchIsWide,
      let reference = selectedDefinition(now: now)
    else { return nil }
    return knowledge.definitions.segments.first { $0.id.rawValue == reference.id }
  }

  /// The tab whose keys work: that of a profile that has the cursor.
  var openTab: SegmentTab? {
    guard view == .workbench, workbench.page == .segments, workbench.isOpen else { return nil }
    return workbench.profile.tab
  }

  /// The row of the open tab that the cursor is on; nil in a tab without rows.
  func profileIndex(now: Instant) -> Int? {
    guard let list = ProfileView(app: self, now: now)?.list, list.count > 0 else { return nil }
    return min(workbench.profile.place.index, list.count - 1)
  }

  mutating func performInProfile(_ action: Action.ID, key: Key?) {
    switch action {
    case .previousTab: workbench.profile.turn(by: -1)
    case .nextTab: workbench.profile.turn(by: 1)
    default:
      if let tab = key?.digit.flatMap(SegmentTab.init(rawValue:)) {
        workbench.profile.tab = tab
      } else {
        workbench.profile.turn(by: 1)
      }
    }
  }

  mutating func moveInProfile(_ action: Action.ID, now: Instant) {
    guard let profile = ProfileView(app: self, now: now) else { return }
    workbench.profile.place = profile.body.place(
      after: action,
      from: workbench.profile.place,
      height: profile.bodyHeight
    )
  }

  var canChooseTab: Availability {
    guard workbench.page == .segments else { return .no("only a segment has tabs") }
    return .when(
      workbench.isOpen || workbenchIsWide,
      else: "Enter opens the segment; then the digits choose its tabs"
    )
  }
}
