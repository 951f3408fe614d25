/// Rows as combinations of the values of several columns, each combination read once.
struct ColumnTuples {
  private let columns: [(path: VariablePath, column: Column)]
  private let strides: [Int]
  private let combinations: Int

  /// As many combinations are looked up in a table; more of them in a hash table.
  private static let tableSize = 1 << 20

  /// Nil where there are more combinations than can be numbered.
  init?(_ columns: [(path: VariablePath, column: Column)]) {
    var strides: [Int] = []
    var size = 1
    for (_, column) in columns {
      strides.append(size)
      let (product, overflow) = size.multipliedReportingOverflow(by: column.dictionary.count)
      guard !overflow else { return nil }
      size = product
    }
    self.columns = columns
    self.strides = strides
    combinations = size
  }

  /// What a condition on these columns says about every row.
  func answers(of condition: Rule, count: Int) -> AnswerMap {
    var table = [UInt8](repeating: .max, count: min(combinations, Self.tableSize))
    var others: [Int: UInt8] = [:]
    let maps = (0..<3).map { _ in HeapBytes(count: (count + 63) / 64 * 8) }
    var seen: [Bool] = [false, false, false]
    for row in 0..<count {
      var key = 0
      for (number, (_, column)) in columns.enumerated() {
        key += min(column.codes[row], column.dictionary.count - 1) * strides[number]
      }
      let isSmall = key < table.count
      var answer = isSmall ? table[key] : others[key] ?? .max
      if answer == .max {
        answer = UInt8(read(condition, row).rawValue)
        if isSmall { table[key] = answer } else { others[key] = answer }
      }
      guard answer > 0 else { continue }
      seen[Int(answer) - 1] = true
      maps[Int(answer) - 1].words[row / 64] |= 1 << UInt64(row % 64)
    }
    func map(_ answer: Answer) -> BitMap? {
      let position = answer.rawValue - 1
      guard answer == .in || seen[position] else { return nil }
      return BitMap(count: count) { _ = $0.update(from: maps[position].words) }
    }
    return AnswerMap(
      isIn: map(.in) ?? BitMap(count: count),
      unknown: map(.unknown),
      broken: map(.broken)
    )
  }

  private func read(_ condition: Rule, _ row: Int) -> Answer {
    condition.answer(ColumnValues(values: columns.map { ($0.path, $0.column[row]) }))
  }
}
