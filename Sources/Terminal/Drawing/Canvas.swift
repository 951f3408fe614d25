/// A grid of cells drawn whole for every frame.
///
/// Drawing outside it does nothing.
package struct Canvas: Hashable, Sendable {
  package let size: Size
  private var cells: [Cell]

  package init(size: Size, role: Role = .text) {
    self.size = size
    cells = Array(repeating: Cell(role: role), count: size.columns * size.rows)
  }

  package var bounds: Rect { Rect(size) }

  package subscript(x: Int, y: Int) -> Cell {
    guard bounds.contains(Point(x: x, y: y)) else { return Cell() }
    return cells[y * size.columns + x]
  }

  /// The cells of a row from left to right; widths add up to the canvas's columns.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.rows else { return [] }
    return cells[y * size.columns..<(y + 1) * size.columns]
  }

  /// Sets a place, keeping wide cells whole: a half left over by this one becomes a space, and a
  /// wide cell without room for its right half before `limit` becomes a space itself.
  ///
  /// What is laid over the place stays there.
  mutating func set(_ cell: Cell, x: Int, y: Int, limit: Int) {
    let index = y * size.columns + x
    if cell.width == 2, x + 1 >= limit {
      set(Cell(" ", role: cell.role), x: x, y: y, limit: limit)
      return
    }
    let overlay = cells[index].overlay
    clearHalves(x: x, index: index)
    cells[index] = cell
    cells[index].overlay = overlay
    guard cell.width == 2 else { return }
    clearHalves(x: x + 1, index: index + 1, keepingLeft: true)
    cells[index + 1] = .rightHalf(role: cell.role)
    cells[index + 1].overlay = overlay
  }

  private mutating func clearHalves(x: Int, index: Int, keepingLeft: Bool = false) {
    if cells[index].width == 0, x > 0, !keepingLeft { blank(index - 1) }
    if cells[index].width == 2, x + 1 < size.columns { blank(index + 1) }
  }

  private mutating func blank(_ index: Int) {
    var space = Cell(" ", role: cells[index].role)
    space.overlay = cells[index].overlay
    cells[index] = space
  }

  /// Lays a role over an area, as for a chosen row, in place of what lay there before.
  ///
  /// It belongs to the place: text drawn there later has it too. `text` takes it away.
  package mutating func overlay(_ area: Rect, role: Role) {
    change(area) { $0.overlay = role }
  }

  /// Gives an area another role and keeps its text.
  package mutating func restyle(_ area: Rect, role: Role) {
    change(area) { $0.role = role }
  }

  private mutating func change(_ area: Rect, _ body: (inout Cell) -> Void) {
    let area = area.intersection(bounds)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { body(&cells[y * size.columns + x]) }
    }
  }
}
