import RapportCore
import Terminal

/// Draws what stands in the place of a page.
struct WorkbenchScreenView {
  let app: App
  let now: Instant
  let screen: WorkbenchScreen
  let title: Line
  let body: ProfileBody

  /// Nil while the page itself is shown.
  init?(app: App, now: Instant) {
    guard let screen = app.workbenchScreen else { return nil }
    (self.app, self.now, self.screen) = (app, now, screen)
    let columns = app.size.columns - 3
    let facts = WorkbenchFacts(app, now: now)
    switch screen.kind {
    case .overlaps:
      let table = OverlapTable(app, screen, facts, columns: columns)
      (title, body) = (table.title, .list(table.list))
    case .comparison(let first, let second):
      let comparison = SideBySide(first, second, app, facts, columns: columns)
      (title, body) = (comparison.title, .text(comparison.lines))
    case .members(let group):
      title = Line(facts.words(of: group), role: .customerName)
      body = .list(MemberTable(facts, columns: columns).list)
    case .calls(let segment, _):
      let table = CallTable(segment, facts, columns: columns)
      (title, body) = (table.title, .list(table.list))
    case .why(let opened, let segments):
      let why = MemberWhy(opened, segments, app.knowledge, now: now)
      (title, body) = (why.title, .text(why.lines(columns: columns)))
    }
  }

  /// The lines or rows that fit on the screen.
  var bodyHeight: Int {
    var head = 0
    if case .list(let list) = body { head = list.head.count }
    return max(1, app.size.rows - 4 - head)
  }

  /// Returns where the cursor is.
  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    let (head, rest) = area.split(top: 1)
    let text = head.inset(left: 1, right: 1)
    canvas.put([title.truncated(toColumns: text.width)], in: text)
    return body.draw(&canvas, in: rest, screen.place, isFocused: true)
  }
}
