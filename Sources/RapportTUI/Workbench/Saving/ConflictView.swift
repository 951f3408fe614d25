import JSONLogic
import RapportCore
import Terminal

extension App {
  /// Each field with what it was, what they wrote and what I wrote.
  func draw(_ conflict: ConflictForm, on canvas: inout Canvas, in area: Rect) -> Point {
    let width = min(area.width - 4, 100)
    let columns = width - 4
    let heading = Line("Somebody else changed the same. Which one stays?", role: .ask)
    var lines = heading.wrapped(toColumns: columns) + [Line()]
    var cursor = 0
    for (index, row) in conflict.rows.enumerated() {
      if index == conflict.index { cursor = lines.count }
      lines += self.lines(row, isHere: index == conflict.index, columns: columns)
    }
    let size = Size(columns: width, rows: min(area.height, lines.count + 2))
    let inside = box("Not saved yet", size, on: &canvas, in: area)
    let top = max(0, min(cursor - 2, lines.count - inside.height))
    canvas.put(lines.dropFirst(top), in: inside)
    let place = inside.row(min(max(0, cursor - top), max(0, inside.height - 1)))
    if !conflict.rows.isEmpty {
      canvas.put("▌", at: place.origin.offset(x: -1), role: .borderFocus)
    }
    return place.origin
  }

  private func lines(_ row: ConflictForm.Row, isHere: Bool, columns: Int) -> [Line] {
    let state =
      switch row.choice {
      case .theirs: "theirs stays"
      case .mine: "mine stays"
      case nil: "1 theirs, 2 mine"
      }
    let title = Line([
      Span(row.label, role: isHere ? .titleFocus : .title),
      Span("   \(state)", role: row.choice == nil ? .statusWarning : .statusOk),
    ])
    let values: [(String, JSON?, ConflictForm.Choice?)] = [
      ("Before", row.field.before, nil), ("1 Theirs", row.field.theirs, .theirs),
      ("2 Mine", row.field.mine, .mine),
    ]
    return [title]
      + values.flatMap { label, value, choice in
        let text = value.map { $0.stringValue ?? $0.compact() } ?? "nothing"
        let role: Role = choice != nil && choice == row.choice ? .textStrong : .text
        let line =
          Line(pad(label, to: 10), role: .label)
          + Line(text, role: value == nil ? .textDim : role)
        return line.wrapped(toColumns: columns, hangingIndent: 10).prefix(3)
      } + [Line()]
  }
}
