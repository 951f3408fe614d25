import RapportCore
import Terminal

/// Rows below each other that scroll together.
struct DeskColumn {
  var rows: [DeskRow]
  var area: Rect
  var panes: [Pane]
}

extension DeskView {
  /// The columns below the customer's line; the first has the cursor where no other has it.
  func columns(_ tab: Tab, in area: Rect) -> [DeskColumn] {
    if let pane = tab.pane {
      let rest = area.inset(top: 1)
      let rows = rows(pane, tab, columns: min(rest.width - 2, 100), full: true)
      return [DeskColumn(rows: rows, area: rest, panes: [pane])]
    }
    switch layout {
    case .compact: return compact(tab, in: area)
    case .twoPanes:
      let (left, right) = area.split(left: min(60, max(44, area.width * 2 / 5)))
      return [
        stacked([.found, .mood, .note, .who, .how, .offers, .ask], tab, in: left, margin: 3),
        stacked([.say, .history], tab, in: right.inset(left: 1), margin: 2),
      ]
    case .threePanes:
      let side = min(56, area.width * 5 / 18)
      let (left, rest) = area.split(left: side)
      let (middle, right) = rest.split(right: side)
      return [
        stacked([.found, .mood, .note, .who, .ask], tab, in: left, margin: 3),
        stacked([.say], tab, in: middle.inset(left: 1), margin: 2),
        stacked([.how, .offers, .history], tab, in: right.inset(left: 1), margin: 3),
      ]
    }
  }

  /// Which column the cursor is in.
  func focused(_ columns: [DeskColumn]) -> Int {
    guard let focus else { return 0 }
    let shown = columns.firstIndex { $0.rows.contains { $0.stop == focus } }
    return shown ?? columns.firstIndex { $0.panes.contains(focus.pane) } ?? 0
  }

  /// How many lines of what the cursor is on its column has no room for, and how many it has.
  func overflow(in area: Rect) -> (beyond: Int, height: Int) {
    guard let tab, let focus, tab.pane != .who else { return (0, 1) }
    let columns = columns(tab, in: area.inset(top: 2))
    let column = columns[focused(columns)]
    guard let first = column.rows.firstIndex(where: { $0.stop == focus }),
      let last = column.rows.lastIndex(where: { $0.stop == focus })
    else { return (0, 1) }
    return (max(0, last + 1 - first - column.area.height), max(1, column.area.height))
  }

  /// Rules and separators.
  func drawLines(between columns: [DeskColumn], _ tab: Tab, _ canvas: inout Canvas, in area: Rect) {
    if let pane = tab.pane {
      let title = pane == .say ? sayTitle(tab) : pane.title
      return rule(title, &canvas, in: area.row(0), isFocused: true)
    }
    guard layout == .compact else {
      for column in columns.dropFirst() {
        separator(&canvas, in: column.area.inset(left: -1))
      }
      return
    }
    guard let say = columns.first(where: { $0.panes == [.say] }) else { return }
    let head = area.row(say.area.y - 1 - area.y)
    rule(sayTitle(tab), &canvas, in: head, isFocused: focus?.pane == .say)
  }

  private func compact(_ tab: Tab, in area: Rect) -> [DeskColumn] {
    let card = cardRows(tab, columns: area.width - 2, height: area.height)
    let (top, rest) = area.split(top: card.count)
    let head = DeskColumn(rows: card, area: top, panes: Pane.allCases.filter { $0 != .say })
    let say = rest.inset(top: 1)
    // What comes before the message stays in sight while its steps scroll below it.
    let subject = Array(subjectRows(tab, columns: area.width - 2).prefix(max(1, say.height / 3)))
    let rows = sayRows(tab, columns: area.width - 2, full: false)
    guard !subject.isEmpty else { return [head, DeskColumn(rows: rows, area: say, panes: [.say])] }
    let (fixed, below) = say.split(top: subject.count)
    let steps = rows.filter { $0.stop != .subject }
    return [
      head, DeskColumn(rows: subject, area: fixed, panes: [.say]),
      DeskColumn(rows: steps, area: below, panes: [.say]),
    ]
  }

  private func stacked(_ panes: [Pane], _ tab: Tab, in area: Rect, margin: Int) -> DeskColumn {
    DeskColumn(
      rows: stack(panes, tab, columns: area.width - margin),
      area: area,
      panes: panes
    )
  }
}
