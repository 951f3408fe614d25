import RapportCore
import Terminal

/// Where the parts of a page of the workbench are on the screen.
///
/// Drawing and moving both ask here, so that a page of rows is as long as it looks.
struct WorkbenchLayout {
  /// From so many columns there is room for a third pane, below the list.
  private static let threePanes = 160
  /// Fewer rows say nothing there.
  private static let leastBelow = 8
  /// Lines of a heading, at most.
  private static let mostHeading = 2

  /// What stands above the list while nothing is filtered; nothing where the list is not shown.
  let heading: [Line]
  /// What the list is sorted by, at the right end of a row of the head.
  let order: Rect
  let head: Rect
  /// With the titles of its columns.
  let list: Rect
  /// On a narrow screen it stands instead of the list.
  let detail: Rect
  let below: Rect?

  init(_ app: App, now: Instant) {
    let area = app.bodyArea ?? Rect(x: 0, y: 0, width: app.size.columns, height: 1)
    let content = app.workbench.page.content
    heading =
      app.listIsShown
      ? Array(
        content.heading(WorkbenchFacts(app, now: now), columns: max(1, area.width - 2))
          .prefix(Self.mostHeading)
      ) : []
    // Beside what is said above the list where there is room, else below it.
    let words = Terminal.Text.columns(of: app.sortingWords)
    let fits = (heading.last?.columns ?? 0) + 3 + words <= area.width - 2
    let rows = max(1, heading.count + (fits ? 0 : 1))
    let (head, body) = area.split(top: app.listIsShown ? 1 + rows : 1)
    self.head = head
    let width = min(words, max(0, area.width - 2))
    order = Rect(
      x: head.maxX - 1 - width,
      y: head.y + rows,
      width: width,
      height: app.listIsShown ? 1 : 0
    )
    guard app.listIsBeside else {
      (list, detail, below) = (body, body, nil)
      return
    }
    let (left, right) = body.split(left: Self.listWidth(of: area.width))
    detail = right
    let needed = app.knowledge.definitions.segments.count + 2
    let height = min(needed, body.height * 3 / 5)
    guard app.workbench.page == .segments, area.width >= Self.threePanes,
      body.height - height >= Self.leastBelow
    else {
      (list, below) = (left.inset(right: 1), nil)
      return
    }
    let (top, bottom) = left.inset(right: 1).split(top: height)
    (list, below) = (top, bottom)
  }

  /// Rows of the list that fit on the screen.
  var listHeight: Int { max(1, list.height - 1) }
  var detailHeight: Int { max(1, detail.height) }

  /// The columns that the row in full has.
  static func detailWidth(_ app: App) -> Int {
    let width = app.size.columns
    return app.listIsBeside ? width - listWidth(of: width) - 1 : width
  }

  private static func listWidth(of width: Int) -> Int { width * 14 / 25 }
}

extension App {
  /// What is shown of a segment: the tab, and another one below the list where there is room.
  func shownTabs(now: Instant) -> [SegmentTab] {
    let tab = workbench.profile.tab
    return WorkbenchLayout(self, now: now).below == nil ? [tab] : [tab, tab.beside]
  }
}
