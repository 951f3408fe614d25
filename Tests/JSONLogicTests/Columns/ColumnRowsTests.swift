import JSONLogic
import Testing

/// Which rows of a column there are, as a plain list says it.
struct ColumnRowsTests {
  private func column(_ seed: UInt64, values: Int, rows: Int) throws -> (Column, [JSON?]) {
    var random = SplitMix64(seed: seed)
    let list = (0..<rows).map { _ -> JSON? in
      let value = Int.random(in: 0...values, using: &random)
      return value == 0 ? nil : .number(JSONNumber(Double(value)))
    }
    return (try #require(Column(list)), list)
  }

  @Test(arguments: [20, 300, 70_000])
  func `values of some rows are tallied, and found again by their code`(values: Int) throws {
    let (column, list) = try column(UInt64(values), values: values, rows: 3_000)
    let rows = BitMap(rows: stride(from: 0, to: 3_000, by: 7), count: 3_000)
    let tally = column.codes.tally(of: rows, codes: column.dictionary.count)
    #expect(tally.count == column.dictionary.count)
    for code in 0..<min(60, tally.count) {
      let value = column.dictionary[code]
      let expected = list.indices.filter { $0 % 7 == 0 && list[$0] == value }
      // Null, false and true are in no row.
      let wanted = (1..<4).contains(code) ? [] : expected
      #expect(tally[code] == wanted.count)
      let found = column.codes.rows(with: code..<code + 1).intersection(rows).rows()
      #expect(found == wanted)
    }
    #expect(column.codes.rows(with: 0..<0).cardinality == 0)
  }

  @Test func `rows are handed out from any place on`() {
    var random = SplitMix64(seed: 5)
    let all = (0..<1_000).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    let map = BitMap(rows: all, count: 1_000)
    for skipped in [0, 1, 20, 63, 64, all.count - 1, all.count, all.count + 5] {
      for limit in [0, 1, 7, 100, .max] {
        #expect(
          map.rows(after: skipped, limit: limit) == Array(all.dropFirst(skipped).prefix(limit))
        )
      }
    }
  }
}
