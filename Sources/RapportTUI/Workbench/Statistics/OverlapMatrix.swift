import RapportCore

/// Who is in two segments, for each pair of some.
struct OverlapMatrix: Sendable {
  let ids: [Segment.ID]
  /// How many are in both; in a segment and itself, its size.
  let shared: [[Int]]

  /// How many are in both of two; nil where one of them was not counted.
  func shared(_ first: Segment.ID, _ second: Segment.ID) -> Overlap? {
    guard let row = ids.firstIndex(of: first), let column = ids.firstIndex(of: second) else {
      return nil
    }
    return self[row, column]
  }

  subscript(row: Int, column: Int) -> Overlap? {
    guard shared.indices.contains(row), shared[row].indices.contains(column) else { return nil }
    return Overlap(
      first: shared[row][row],
      second: shared[column][column],
      both: shared[row][column]
    )
  }
}
