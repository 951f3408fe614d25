/// Optimal string alignment by its definition: one cell of the table after the other.
enum TextbookDistance {
  static func between(_ left: [UInt8], _ right: [UInt8]) -> Int { row(left, right)[right.count] }

  /// From a word to the nearest beginning of another.
  static func toBeginning(_ left: [UInt8], of right: [UInt8]) -> Int {
    row(left, right).min() ?? left.count
  }

  private static func row(_ left: [UInt8], _ right: [UInt8]) -> [Int] {
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var next = [Int](repeating: row + 1, count: right.count + 1)
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column] + (letter == other ? 0 : 1),
          last[column + 1] + 1,
          next[column] + 1
        )
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        next[column + 1] = cost
      }
      before = last
      last = next
    }
    return last
  }
}
