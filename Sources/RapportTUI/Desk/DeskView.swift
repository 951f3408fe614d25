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
    if let pane = tab.pane { return drawFull(pane, tab, &canvas, in: rest) }
    switch layout {
    case .compact: return drawCompact(tab, &canvas, in: rest)
    case .twoPanes: return drawTwo(tab, &canvas, in: rest)
    case .threePanes: return drawThree(tab, &canvas, in: rest)
    }
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
    if let script = tab.guidance.script { return Line("script \(script.because)", role: .status) }
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

  private func drawFull(_ pane: Pane, _ tab: Tab, _ canvas: inout Canvas, in area: Rect) -> Point {
    if pane == .who { return drawWhy(tab, &canvas, in: area) }
    let (head, rest) = area.split(top: 1)
    rule(pane == .say ? sayTitle(tab) : pane.title, &canvas, in: head, isFocused: true)
    return column(rows(pane, tab, columns: min(rest.width - 2, 100), full: true), &canvas, in: rest)
  }

  private func drawCompact(_ tab: Tab, _ canvas: inout Canvas, in area: Rect) -> Point {
    let card = cardRows(tab, columns: area.width - 2, height: area.height)
    let (top, rest) = area.split(top: card.count)
    let (head, body) = rest.split(top: 1)
    rule(sayTitle(tab), &canvas, in: head, isFocused: focus?.pane == .say)
    let say = sayRows(tab, columns: area.width - 2, full: false)
    let below = column(say, &canvas, in: body)
    let above = column(card, &canvas, in: top)
    return focus?.pane == .say ? below : above
  }

  private func drawTwo(_ tab: Tab, _ canvas: inout Canvas, in area: Rect) -> Point {
    let (left, right) = area.split(left: min(60, max(44, area.width * 2 / 5)))
    separator(&canvas, in: right)
    let panes: [Pane] = [.found, .mood, .note, .who, .how, .offers, .ask]
    let one = column(stack(panes, tab, columns: left.width - 3), &canvas, in: left)
    let say = right.inset(left: 1)
    let two = column(stack([.say, .history], tab, columns: say.width - 2), &canvas, in: say)
    return focus.map { panes.contains($0.pane) } ?? true ? one : two
  }

  private func drawThree(_ tab: Tab, _ canvas: inout Canvas, in area: Rect) -> Point {
    let side = min(56, area.width * 5 / 18)
    let (left, rest) = area.split(left: side)
    let (middle, right) = rest.split(right: side)
    separator(&canvas, in: middle)
    separator(&canvas, in: right)
    let first: [Pane] = [.found, .mood, .note, .who, .ask]
    let one = column(stack(first, tab, columns: left.width - 3), &canvas, in: left)
    let say = middle.inset(left: 1)
    let two = column(stack([.say], tab, columns: say.width - 2), &canvas, in: say)
    let three = column(
      stack([.how, .offers, .history], tab, columns: right.width - 4),
      &canvas,
      in: right.inset(left: 1)
    )
    guard let pane = focus?.pane else { return one }
    return first.contains(pane) ? one : pane == .say ? two : three
  }

  /// Panes below each other, each under its title; those without anything in them are left out.
  private func stack(_ panes: [Pane], _ tab: Tab, columns: Int) -> [DeskRow] {
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
