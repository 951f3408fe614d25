/// Which tab of the profile is shown, and where in it the reader is.
struct SegmentProfile: Sendable {
  struct Place: Sendable {
    /// The row that the cursor is on, in a tab with rows.
    var index = 0
    /// The first line or row on the screen.
    var top = 0
  }

  var tab = SegmentTab.who
  private var places: [SegmentTab: Place] = [:]

  /// Of the tab that is shown.
  var place: Place {
    get { places[tab] ?? Place() }
    set { places[tab] = newValue }
  }

  mutating func turn(by distance: Int) {
    let tabs = SegmentTab.allCases
    let index = tabs.firstIndex(of: tab) ?? 0
    tab = tabs[(index + distance + tabs.count) % tabs.count]
  }

  /// Another segment is shown: its tabs begin at their first line.
  mutating func restart() { places = [:] }
}
