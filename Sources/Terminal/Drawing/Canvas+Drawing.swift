extension Canvas {
  /// Writes sanitised text in one row; what lies outside the clip is not drawn, and a wide
  /// character that its edge would cut shows a space.
  ///
  /// Returns the column after the text.
  @discardableResult
  package mutating func put(
    _ text: String,
    at point: Point,
    role: Role = .text,
    clip: Rect? = nil
  ) -> Int {
    put(
      Text.cells(ofSanitised: Text.sanitised(text), role: role),
      at: point,
      clip: clip ?? bounds
    )
  }

  @discardableResult
  package mutating func put(_ line: Line, at point: Point, clip: Rect? = nil) -> Int {
    put(line.cells, at: point, clip: clip ?? bounds)
  }

  /// Writes lines below each other from the top of an area, each cut at its edge with an ellipsis.
  package mutating func put(_ lines: some Sequence<Line>, in area: Rect) {
    for (index, line) in zip(0..<area.height, lines) {
      put(
        line.truncated(toColumns: area.width),
        at: Point(x: area.x, y: area.y + index),
        clip: area
      )
    }
  }

  private mutating func put(_ text: [Cell], at point: Point, clip: Rect) -> Int {
    let area = clip.intersection(bounds)
    var x = point.x
    let visible = point.y >= area.y && point.y < area.maxY
    for cell in text {
      if visible {
        if x >= area.x, x < area.maxX {
          set(cell, x: x, y: point.y, limit: area.maxX)
        } else if cell.width == 2, x == area.x - 1, area.width > 0 {
          set(Cell(" ", role: cell.role), x: area.x, y: point.y, limit: area.maxX)
        }
      }
      x += Int(cell.width)
    }
    return x
  }

  /// Fills an area with one narrow character.
  package mutating func fill(_ area: Rect, with character: Unicode.Scalar = " ", role: Role) {
    let area = area.intersection(bounds)
    let cell = Cell(DisplayWidth.columns(of: character) == 1 ? character : " ", role: role)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { set(cell, x: x, y: y, limit: area.maxX) }
    }
  }

  /// Each row as text, without the spaces at its end.
  package var textRows: [String] {
    (0..<size.rows).map { y in
      var text = row(y).reduce(into: "") { $0 += $1.text }
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }
}
