/// A bordered window above everything else; drawn last.
package enum Popup {
  /// Clears the middle of an area for contents of some size, draws the window and returns the area
  /// for the contents: smaller where there is not enough room.
  package static func draw(
    into canvas: inout Canvas,
    over area: Rect,
    contents: Size,
    title: String,
    glyphs: Glyphs
  ) -> Rect {
    let window = area.centered(Size(columns: contents.columns + 4, rows: contents.rows + 2))
    canvas.fill(window, role: .popup)
    canvas.overlay(window, role: .popup)
    let inner = Pane.draw(
      into: &canvas,
      window,
      title: Line(title, role: .popupTitle),
      glyphs: glyphs,
      role: .popupBorder
    )
    return inner.inset(left: 1, right: 1)
  }
}
