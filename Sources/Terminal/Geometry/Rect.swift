/// A half-open area of cells; its width and height are never negative.
package struct Rect: Hashable, Sendable {
  package let x: Int
  package let y: Int
  package let width: Int
  package let height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  package static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  /// The first column and the first row after the area.
  package var maxX: Int { x + width }
  package var maxY: Int { y + height }
  package var origin: Point { Point(x: x, y: y) }
  package var size: Size { Size(columns: width, rows: height) }
  package var isEmpty: Bool { width == 0 || height == 0 }

  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left,
      y: top,
      width: min(maxX, other.maxX) - left,
      height: min(maxY, other.maxY) - top
    )
  }

  /// The area without that many cells at each side; empty where they take more than there is.
  package func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Rect {
    Rect(
      x: x + left,
      y: y + top,
      width: width - left - right,
      height: height - top - bottom
    )
  }

  package func inset(by cells: Int) -> Rect {
    inset(top: cells, left: cells, bottom: cells, right: cells)
  }

  /// One row of the area, counted from its own top; empty outside.
  package func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
  }

  /// An area of at most this size in the middle.
  package func centered(_ wanted: Size) -> Rect {
    let columns = min(width, wanted.columns)
    let rows = min(height, wanted.rows)
    return Rect(
      x: x + (width - columns) / 2,
      y: y + (height - rows) / 2,
      width: columns,
      height: rows
    )
  }
}
