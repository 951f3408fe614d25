import RapportCore
import Terminal

/// Draws the Desk.
struct DeskView {
  let app: App
  let now: Instant
  let tab: Tab?
  let layout: DeskLayout
  let focus: Stop?

  init(app: App, now: Instant) {
    self.app = app
    self.now = now
    tab = app.desk.front
    layout = app.layout
    focus = tab?.focus(layout)
  }

  /// Returns where the cursor is.
  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    guard let tab else {
      canvas.put([Line(" Nobody is open: F2 finds the caller.")], in: area)
      return area.origin
    }
    canvas.put([tabLine(columns: area.width)], in: area.row(0))
    canvas.put([customerLine(tab, columns: area.width)], in: area.row(1))
    let rest = area.inset(top: 2)
    if tab.pane == .who { return drawWhy(tab, &canvas, in: rest) }
    let columns = columns(tab, in: rest)
    drawLines(between: columns, tab, &canvas, in: rest)
    let cursors = columns.map { column($0.rows, &canvas, in: $0.area) }
    return cursors[focused(columns)]
  }

  /// What stands above the hints while nothing happened.
  var status: Line {
    guard let tab else { return Line() }
    if tab.isEnding { return Line("logging the contact", role: .progress) }
    if tab.pane == .who { return whyStatus(tab) }
    if let notice = tab.guidance.script?.notice { return Line(notice, role: .statusWarning) }
    if let hole = tab.text(at: focus)?.spans.firstHole {
      return Line("blank: \(hole.label)", role: .scriptMissing)
        + Line("  Enter fills it", role: .status)
    }
    if let script = tab.guidance.script {
      let others = script.alternatives.count
      let more = others == 0 ? "" : others == 1 ? "; s shows another" : "; s shows \(others) others"
      return Line("script \(script.because)\(more)", role: .status)
    }
    guard tab.contact.intent != nil else {
      guard app.canContinue == .yes, let past = tab.openCase(at: layout) else { return Line() }
      let title = app.knowledge.title(of: past.intent) ?? "the last contact"
      return Line("still open: \(title); k continues it", role: .status)
    }
    return Line(tab.guidance.noScript ?? "no script for this reason", role: .statusWarning)
  }

  private func whyStatus(_ tab: Tab) -> Line {
    guard tab.why != nil else { return Line("Enter: its reasons, line by line", role: .status) }
    return Line("the thick line leads to what decided; Esc goes back", role: .status)
  }

  /// Panes below each other, each under its title; those without anything in them are left out.
  func stack(_ panes: [Pane], _ tab: Tab, columns: Int) -> [DeskRow] {
    var stacked: [DeskRow] = []
    for pane in panes {
      let rows = rows(pane, tab, columns: min(columns, 84), full: false)
      guard !rows.isEmpty else { continue }
      if !stacked.isEmpty { stacked.append(.blank) }
      // What comes before everything needs no title.
      if ![.found, .mood, .note].contains(pane) {
        stacked.append(DeskRow(heading(pane, tab, columns: columns)))
      }
      stacked += rows
    }
    return stacked
  }

  private func heading(_ pane: Pane, _ tab: Tab, columns: Int) -> Line {
    let isFocused = focus?.pane == pane
    let title = pane == .say ? sayTitle(tab) : pane.title
    let line = Line([Span(title, role: isFocused ? .titleFocus : .title)])
    let rest = max(0, columns - line.columns - 1)
    return line
      + Line(" " + String(repeating: "─", count: rest), role: isFocused ? .borderFocus : .border)
  }

  func rule(_ title: String, _ canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    canvas.fill(area, with: "─", role: isFocused ? .borderFocus : .rule)
    let line = Line(" \(title) ", role: isFocused ? .titleFocus : .ruleTitle)
    canvas.put(
      [line.truncated(toColumns: max(0, area.width - 4))],
      in: area.inset(left: 2, right: 1)
    )
  }

  func separator(_ canvas: inout Canvas, in area: Rect) {
    for y in area.y..<area.maxY { canvas.put("│", at: Point(x: area.x, y: y), role: .border) }
  }

  /// Rows from the top, scrolled so that what the cursor is on is in sight; returns the cursor.
  func column(_ rows: [DeskRow], _ canvas: inout Canvas, in area: Rect) -> Point {
    let first = focus.flatMap { focus in rows.firstIndex { $0.stop == focus } }
    let last = focus.flatMap { focus in rows.lastIndex { $0.stop == focus } }
    let most = max(0, rows.count - area.height)
    var top = 0
    if let first, let last, last >= area.height {
      top = min(first, max(first - 2, last + 1 - area.height))
      // What is longer than its column is read by scrolling in it.
      let beyond = max(0, last + 1 - first - area.height)
      if let focus, let tab { top += min(tab.scrolled(in: focus), beyond) }
    }
    top = min(max(0, top), most)
    for (index, row) in rows.enumerated().dropFirst(top).prefix(area.height) {
      let place = area.row(index - top)
      canvas.put(
        row.line.truncated(toColumns: area.width - 1),
        at: place.origin.offset(x: 1),
        clip: place
      )
      if let stop = row.stop, stop == focus {
        canvas.put("▌", at: place.origin, role: .borderFocus)
      }
    }
    if top > 0 { canvas.put("▴", at: Point(x: area.maxX - 1, y: area.y), role: .scroll) }
    if top < most {
      canvas.put("▾", at: Point(x: area.maxX - 1, y: area.maxY - 1), role: .scroll)
    }
    let y = min(max(0, (first ?? 0) - top), max(0, area.height - 1))
    return Point(x: area.x + 1, y: area.y + y)
  }

  func rows(_ pane: Pane, _ tab: Tab, columns: Int, full: Bool) -> [DeskRow] {
    switch pane {
    case .found: foundRows(tab)
    case .mood: tab.soundsUpset ? [moodRow(tab, columns: columns)] : []
    case .note: noteRows(tab, columns: columns)
    case .history: historyRows(tab, columns: columns, full: full)
    case .who: whoRows(tab, columns: columns)
    case .how: howRows(tab, columns: columns, full: full)
    case .offers: offerRows(tab, columns: columns, full: full)
    case .ask: askRows(tab, columns: columns, full: full)
    case .say: sayRows(tab, columns: columns, full: full)
    }
  }
}
