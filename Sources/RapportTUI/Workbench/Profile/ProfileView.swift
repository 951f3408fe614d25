import RapportCore
import Terminal

/// Draws the profile of a segment: its name, the tabs, and the one that is shown.
struct ProfileView {
  /// The lines above a tab.
  private static let head = 2
  /// The widest that text gets.
  private static let widest = 100

  let app: App
  let now: Instant
  let segment: Segment
  let body: ProfileBody

  /// Nil where no segment is on the screen.
  init?(app: App, now: Instant) {
    guard let segment = app.shownSegment(now: now) else { return nil }
    (self.app, self.now, self.segment) = (app, now, segment)
    let width = WorkbenchLayout.detailWidth(app)
    let facts = WorkbenchFacts(app, now: now)
    let content = app.workbench.profile.tab.content
    // Lines of text are to be read; rows are looked along.
    let isTable = app.workbench.profile.tab == .members
    let columns = isTable ? width - 3 : min(Self.widest, width - 3)
    body = content.body(of: segment, facts, columns: columns)
  }

  var list: ProfileList? {
    guard case .list(let list) = body else { return nil }
    return list
  }

  /// The lines or rows of the tab that fit on the screen.
  var bodyHeight: Int {
    let height = WorkbenchLayout(app, now: now).detailHeight
    return max(1, height - Self.head - (list?.head.count ?? 0))
  }

  private var profile: SegmentProfile { app.workbench.profile }

  /// Returns where the cursor is.
  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    let (head, rest) = area.split(top: Self.head)
    let text = head.inset(left: 1, right: 1)
    canvas.put([title.truncated(toColumns: text.width), tabs], in: text)
    return body.draw(&canvas, in: rest, profile.place, isFocused: app.workbench.isOpen)
  }

  /// The tab that is asked for most beside the one that is shown, as far as there is room.
  func drawBeside(_ canvas: inout Canvas, in area: Rect) {
    let tab = profile.tab.beside
    let (head, rest) = area.split(top: 1)
    let name = " \(tab.title) of \(segment.name), in full: \(tab.rawValue) "
    let across = String(repeating: "─", count: max(0, head.width - 2))
    canvas.put("──\(across)", at: head.origin, role: .border, clip: head)
    canvas.put([Line(name, role: .title)], in: head.inset(left: 2, right: 1))
    let facts = WorkbenchFacts(app, now: now)
    let columns = min(Self.widest, rest.width - 2)
    guard case .text(let lines) = tab.content.body(of: segment, facts, columns: columns) else {
      return
    }
    canvas.put(lines, in: rest.inset(left: 1, right: 1))
    guard lines.count > rest.height else { return }
    canvas.put("▾", at: Point(x: rest.maxX - 1, y: rest.maxY - 1), role: .scroll)
  }

  private var title: Line {
    let state = segment.broken == nil ? segment.status.word : "broken"
    return Line([
      Span(segment.name, role: .customerName),
      Span(
        "  \(state), priority \(segment.priority), version \(segment.revision)",
        role: .textDim
      ),
    ])
  }

  /// `[1 Who] 2 Rule  3 Members`, with as little between as fits beside a list.
  private var tabs: Line {
    var line = Line()
    for (position, tab) in SegmentTab.allCases.enumerated() {
      let isShown = tab == profile.tab
      let isBehindShown = position > 0 && SegmentTab.allCases[position - 1] == profile.tab
      let gap = isShown ? "[" : isBehindShown ? "] " : " "
      line.append(gap, role: isShown || isBehindShown ? .tabActive : .tab)
      line.append("\(tab.rawValue) \(tab.title)", role: isShown ? .tabActive : .tab)
    }
    return line + Line(SegmentTab.allCases.last == profile.tab ? "]" : "", role: .tabActive)
  }
}
