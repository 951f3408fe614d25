/// A list of which only the rows on the screen are asked for.
package struct ListView {
  package let count: Int
  package let state: ListState
  package let isFocused: Bool
  package let glyphs: Glyphs
  /// What an empty list says: why it is empty, and what to do.
  package let empty: [Line]

  package init(
    count: Int,
    state: ListState,
    isFocused: Bool,
    glyphs: Glyphs,
    empty: [Line] = []
  ) {
    self.count = count
    self.state = state
    self.isFocused = isFocused
    self.glyphs = glyphs
    self.empty = empty
  }

  /// Draws the rows, a marker before the chosen one and a scroll indicator where there are more.
  ///
  /// - Parameters:
  ///   - canvas: where it is drawn.
  ///   - area: which part of it.
  ///   - row: makes a row's line from its index and its width in columns.
  /// - Returns: where the hardware cursor belongs; nil for an empty list.
  @discardableResult
  package func draw(
    into canvas: inout Canvas,
    _ area: Rect,
    row: (_ index: Int, _ columns: Int) -> Line
  ) -> Point? {
    guard !area.isEmpty else { return nil }
    guard count > 0 else {
      let text = area.inset(left: 1)
      canvas.put(empty.flatMap { $0.wrapped(toColumns: text.width) }, in: text)
      return nil
    }
    let state = state.clamped(count: count, height: area.height)
    let visible = state.visible(count: count, height: area.height)
    let hasMore = visible.count < count && area.width > 2
    let text = area.inset(left: 1, right: hasMore ? 1 : 0)
    for (y, index) in zip(area.y..., visible) {
      let line = row(index, text.width).truncated(toColumns: text.width, ellipsis: glyphs.ellipsis)
      canvas.put(line, at: Point(x: text.x, y: y), clip: text)
      guard index == state.selection else { continue }
      canvas.fill(
        Rect(x: area.x, y: y, width: 1, height: 1),
        with: glyphs.marker,
        role: isFocused ? .borderFocus : .border
      )
      canvas.overlay(
        Rect(x: text.x, y: y, width: text.width, height: 1),
        role: isFocused ? .selection : .selectionInactive
      )
    }
    if hasMore {
      let track = area.split(right: 1).right
      ScrollIndicator.draw(
        into: &canvas,
        track,
        visible: visible,
        count: count,
        glyphs: glyphs
      )
    }
    return Point(x: area.x, y: area.y + state.selection - visible.lowerBound)
  }
}
