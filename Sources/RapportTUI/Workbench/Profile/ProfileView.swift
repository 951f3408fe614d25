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
    let width = WorkbenchView.detailWidth(app)
    let facts = WorkbenchFacts(app, now: now)
    let content = app.workbench.profile.tab.content
    body = content.body(of: segment, facts, columns: min(Self.widest, width - 3))
  }

  var list: ProfileList? {
    guard case .list(let list) = body else { return nil }
    return list
  }

  /// The lines or rows of the tab that fit on the screen.
  var bodyHeight: Int { max(1, app.size.rows - 5 - Self.head - (list?.head.count ?? 0)) }

  private var profile: SegmentProfile { app.workbench.profile }

  /// Returns where the cursor is.
  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    let (head, rest) = area.split(top: Self.head)
    let text = head.inset(left: 1, right: 1)
    canvas.put([title.truncated(toColumns: text.width), tabs], in: text)
    switch body {
    case .text(let lines): return draw(lines, &canvas, in: rest)
    case .list(let list): return draw(list, &canvas, in: rest)
    }
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

  private func draw(_ lines: [Line], _ canvas: inout Canvas, in area: Rect) -> Point {
    let top = min(profile.place.top, max(0, lines.count - area.height))
    canvas.put(lines.dropFirst(top), in: area.inset(left: 1, right: 1))
    if top > 0 { canvas.put("▴", at: Point(x: area.maxX - 1, y: area.y), role: .scroll) }
    if top + area.height < lines.count {
      canvas.put("▾", at: Point(x: area.maxX - 1, y: area.maxY - 1), role: .scroll)
    }
    return area.origin.offset(x: 1)
  }

  private func draw(_ list: ProfileList, _ canvas: inout Canvas, in area: Rect) -> Point {
    let (head, rows) = area.split(top: list.head.count)
    canvas.put(list.head, in: head.inset(left: 1, right: 1))
    let view = ListView(
      count: list.count,
      state: ListState(selection: profile.place.index, offset: profile.place.top),
      isFocused: app.workbench.isOpen,
      glyphs: .unicode,
      empty: list.empty
    )
    return view.draw(into: &canvas, rows, row: list.row) ?? rows.origin.offset(x: 1)
  }
}
