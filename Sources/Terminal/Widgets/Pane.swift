/// A bordered area with a title.
package enum Pane {
  /// Draws the border and returns the area within it.
  ///
  /// With less than two rows or columns there is no border and nothing within.
  ///
  /// The focused pane differs in the border's role, and in the title's.
  @discardableResult
  package static func draw(
    into canvas: inout Canvas,
    _ area: Rect,
    title: Line = Line(),
    isFocused: Bool = false,
    glyphs: Glyphs,
    role: Role? = nil
  ) -> Rect {
    guard area.width >= 2, area.height >= 2 else {
      return Rect(x: area.x, y: area.y, width: 0, height: 0)
    }
    let role = role ?? (isFocused ? .borderFocus : .border)
    let border = glyphs.border
    let (top, bottom) = (area.row(0), area.row(area.height - 1))
    canvas.fill(top, with: border.horizontal, role: role)
    canvas.fill(bottom, with: border.horizontal, role: role)
    for column in [area.x, area.maxX - 1] {
      let side = Rect(x: column, y: area.y, width: 1, height: area.height)
      canvas.fill(side.inset(top: 1, bottom: 1), with: border.vertical, role: role)
    }
    for (corner, x, y) in [
      (border.topLeft, area.x, area.y), (border.topRight, area.maxX - 1, area.y),
      (border.bottomLeft, area.x, area.maxY - 1),
      (border.bottomRight, area.maxX - 1, area.maxY - 1),
    ] {
      canvas.fill(Rect(x: x, y: y, width: 1, height: 1), with: corner, role: role)
    }
    let room = area.width - 6
    if !title.isEmpty, room > 0 {
      let shown = Line(" ") + title.truncated(toColumns: room, ellipsis: glyphs.ellipsis) + " "
      canvas.put(shown, at: Point(x: area.x + 2, y: area.y), clip: area)
    }
    return area.inset(by: 1)
  }
}
