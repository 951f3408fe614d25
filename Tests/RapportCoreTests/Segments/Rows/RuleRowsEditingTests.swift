import JSONLogic
import Testing

@testable import RapportCore

/// Rows are put in, taken out and moved by where they stand.
struct RuleRowsEditingTests {
  private static func row(_ number: Int) -> RuleRows.Row {
    .condition(RuleRow(.attribute("a.x\(number)"), .atLeast, [JSON(number)]))
  }

  /// All of: 0, any of 1 and 2, 3.
  private var rows: RuleRows {
    let inner = RuleRows.Group(needsAll: false, rows: [Self.row(1), Self.row(2)])
    return RuleRows(RuleRows.Group(rows: [Self.row(0), .group(inner), Self.row(3)]))
  }

  private func conditions(_ rows: RuleRows) -> [RuleRow] {
    rows.lines.compactMap { line in
      guard case .condition(let row) = line.row else { return nil }
      return row
    }
  }

  @Test func `lines are the heading of the root and every row below its group`() {
    #expect(rows.lines.map(\.path) == [[], [0], [1], [1, 0], [1, 1], [2]])
    #expect(rows.lines.map(\.depth) == [0, 1, 1, 2, 2, 1])
    for line in rows.lines { #expect(rows[line.path] == line.row) }
    #expect(rows[[1, 2]] == nil && rows[[0, 0]] == nil)
  }

  @Test func `the last row of a group takes its group along`() {
    var rows = rows
    rows.remove([1, 0])
    rows.remove([1, 0])
    #expect(rows == RuleRows(RuleRows.Group(rows: [Self.row(0), Self.row(3)])))
    rows.remove([])
    #expect(rows.json == true)
  }

  @Test func `a row moves into the group that it meets and out again`() {
    var rows = rows
    #expect(rows.move([0], by: 1) == [0, 0])
    #expect(rows.lines.map(\.path) == [[], [0], [0, 0], [0, 1], [0, 2], [1]])
    #expect(rows.move([0, 0], by: -1) == [0])
    #expect(rows == self.rows)
    #expect(rows.move([2], by: -1) == [1, 2])
    #expect(rows.move([1, 2], by: 1) == [2])
    #expect(rows == self.rows)
    #expect(rows.move([2], by: 1) == [2] && rows.move([], by: 1) == [])
  }

  @Test func `a group dissolves only where that says the same`() {
    var rows = rows
    rows.unwrap([1])
    #expect(rows == self.rows)
    rows.wrap([0])
    rows.unwrap([0])
    #expect(rows == self.rows)
  }

  @Test(arguments: 1...40)
  func `whatever is moved and wrapped, no condition is lost or doubled`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var rows = rows
    for step in 0..<60 {
      let paths = rows.lines.map(\.path)
      let path = paths.randomElement(using: &random) ?? []
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let distance = Bool.random(using: &random) ? 1 : -1
        let moved = rows[path]
        let there = rows.move(path, by: distance)
        if !path.isEmpty { #expect(rows[there] == moved, "seed \(seed), step \(step)") }
      case 1 where path.count < 4: rows.wrap(path)
      case 2: rows.unwrap(path)
      default: if let row = rows[path] { rows.replace(path, with: row.negated) }
      }
      let known = conditions(rows).map { $0.subject }
      #expect(known.count == 4, "seed \(seed), step \(step)")
      #expect(Set(known).count == 4, "seed \(seed), step \(step)")
    }
  }
}
