/// The extent of a grid in cells; never negative.
package struct Size: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  package var isEmpty: Bool { columns == 0 || rows == 0 }
}

extension Size: CustomStringConvertible {
  package var description: String { "\(columns)x\(rows)" }
}
