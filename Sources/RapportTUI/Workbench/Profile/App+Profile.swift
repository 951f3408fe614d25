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
    let height = profile.bodyHeight
    var place = workbench.profile.place
    switch profile.body {
    case .text(let lines):
      let most = max(0, lines.count - height)
      let target = action.target(from: min(place.top, most), page: height - 1, last: most)
      place.top = min(max(0, target), most)
    case .list(let list):
      guard list.count > 0 else { return }
      let index = min(place.index, list.count - 1)
      let target = action.target(from: index, page: height - 1, last: list.count - 1)
      let state = ListState(selection: max(0, target), offset: place.top)
        .clamped(count: list.count, height: height)
      place = SegmentProfile.Place(index: state.selection, top: state.offset)
    }
    workbench.profile.place = place
  }

  var canChooseTab: Availability {
    guard workbench.page == .segments else { return .no("only a segment has tabs") }
    return .when(
      workbench.isOpen || workbenchIsWide,
      else: "Enter opens the segment; then the digits choose its tabs"
    )
  }
}

extension Action.ID {
  /// Where a motion leads to, not bounded yet.
  fileprivate func target(from index: Int, page: Int, last: Int) -> Int {
    switch self {
    case .lineUp: index - 1
    case .lineDown: index + 1
    case .pageUp: index - max(1, page)
    case .pageDown: index + max(1, page)
    case .first: 0
    default: last
    }
  }
}
