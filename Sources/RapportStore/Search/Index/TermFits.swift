/// How well a term fits each row, of 100.
struct TermFits {
  private(set) var rows: RowSet
  /// Those in which it fits better than not at all.
  private(set) var useful: RowSet
  private var fits: [UInt8]

  init(count: Int) {
    rows = RowSet(count: count)
    useful = rows
    fits = Array(repeating: 0, count: count)
  }

  /// Nil where it does not.
  @inline(__always)
  subscript(row: Int) -> UInt8? { rows.contains(row) ? fits[row] : nil }

  @inline(__always)
  mutating func note(_ fit: UInt8, at row: Int) {
    rows.insert(row)
    fits[row] = fit
    if fit > 0 { useful.insert(row) } else { useful.remove(row) }
  }
}
