extension TextField {
  /// Draws the field in one row and returns where the hardware cursor belongs.
  ///
  /// Long text scrolls so that the cursor is visible, with an ellipsis where its beginning is cut.
  package func draw(
    into canvas: inout Canvas,
    _ area: Rect,
    placeholder: String = "",
    glyphs: Glyphs,
    role: Role = .input
  ) -> Point {
    let row = area.row(0)
    canvas.fill(row, role: role)
    guard row.width > 0 else { return area.origin }
    if text.isEmpty {
      let hint = Line(placeholder, role: .inputPlaceholder)
      canvas.put(hint.truncated(toColumns: row.width), at: row.origin, clip: row)
      return row.origin
    }
    // Columns are counted a character at a time, for each is shown by itself at the cursor.
    let widths = text.map { Text.columns(of: String($0)) }
    var first = 0
    var before = widths.prefix(cursor).reduce(0, +)
    let room = row.width - 1
    if before > room {
      let ellipsis = min(room, Text.columns(of: glyphs.ellipsis))
      while before > room - ellipsis, first < cursor {
        before -= widths[first]
        first += 1
      }
      let start = canvas.put(glyphs.ellipsis, at: row.origin, role: .inputPlaceholder, clip: row)
      put(from: first, into: &canvas, x: start, row: row, role: role)
      return Point(x: min(start + before, row.maxX - 1), y: row.y)
    }
    put(from: 0, into: &canvas, x: row.x, row: row, role: role)
    return Point(x: row.x + before, y: row.y)
  }

  private func put(from first: Int, into canvas: inout Canvas, x: Int, row: Rect, role: Role) {
    var x = x
    for character in text.dropFirst(first) where x < row.maxX {
      x = canvas.put(String(character), at: Point(x: x, y: row.y), role: role, clip: row)
    }
  }
}
