import CColumns

/// The loops over rows.
enum ColumnKernel {
  /// With more ranges of codes than this, a look-up of each row is faster than a pass a range.
  static let manyRanges = 10

  /// The rows with codes in some ranges.
  static func rows(of codes: ColumnCodes, _ ranges: [Range<Int>], _ count: Int) -> BitMap {
    guard ranges.count <= manyRanges else {
      let size = ranges.last?.upperBound ?? 0
      let table = Self.table(size, ranges, [])
      return BitMap(count: count) { words in
        let unused = HeapBytes(count: words.count * 8)
        codes.lookUp(table, first: words, second: unused.words)
      }
    }
    return BitMap(count: count) { words in
      for (position, range) in ranges.enumerated() {
        codes.mark(range, merging: position > 0, in: words)
      }
    }
  }

  /// The rows with codes in the first and those with codes in the second ranges, in one pass.
  static func rows(
    of column: Column,
    _ first: [Range<Int>],
    _ second: [Range<Int>],
    _ count: Int
  ) -> (BitMap, BitMap) {
    let table = Self.table(column.dictionary.count, first, second)
    let rest = HeapBytes(count: (count + 63) / 64 * 8)
    let found = BitMap(count: count) { words in
      column.codes.lookUp(table, first: words, second: rest.words)
    }
    return (found, BitMap(count: count) { _ = $0.update(from: rest.words) })
  }

  private static func table(
    _ size: Int,
    _ first: [Range<Int>],
    _ second: [Range<Int>]
  ) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: size)
    for range in first { for code in range { table[code] |= 1 } }
    for range in second { for code in range { table[code] |= 2 } }
    return table
  }

  /// How many bits are set in both.
  static func overlap(
    _ left: UnsafeBufferPointer<UInt64>,
    _ right: UnsafeBufferPointer<UInt64>
  ) -> Int {
    Int(columns_count(left.baseAddress, right.baseAddress, min(left.count, right.count)))
  }
}

extension HeapBytes {
  /// The bytes as words of 64 rows.
  var words: UnsafeMutableBufferPointer<UInt64> {
    UnsafeMutableBufferPointer(
      start: mutable.baseAddress?.assumingMemoryBound(to: UInt64.self),
      count: count / 8
    )
  }
}
