import CColumns
import Testing

/// Each C loop against its plain twin in Swift.
struct ColumnKernelTests {
  private static let sizes = [0, 1, 63, 64, 65, 128, 1_000, 4_099]

  @Test(arguments: sizes) func `rows in a range of codes`(size: Int) {
    var random = SplitMix64(seed: UInt64(size))
    for _ in 0..<20 {
      let low = UInt8.random(in: 0...255, using: &random)
      let span = UInt8.random(in: 0...(255 - low), using: &random)
      let codes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
      let before = (0..<(size + 63) / 64).map { _ in UInt64.random(in: 0 ... .max, using: &random) }
      let expected = Self.bits(codes.map { $0 >= low && Int($0) <= Int(low) + Int(span) })
      var found = before
      columns_in_range_8(codes, size, low, span, 0, &found)
      #expect(found == expected)
      found = before
      columns_in_range_8(codes, size, low, span, .max, &found)
      #expect(found == zip(before, expected).map { $0 | $1 })
      var wide = before
      columns_in_range_16(
        codes.map { UInt16($0) << 8 },
        size,
        UInt16(low) << 8,
        UInt16(span) << 8,
        0,
        &wide
      )
      #expect(wide == expected)
      columns_in_range_32(
        codes.map { UInt32($0) << 20 },
        size,
        UInt32(low) << 20,
        UInt32(span) << 20,
        0,
        &wide
      )
      #expect(wide == expected)
    }
  }

  @Test(arguments: sizes) func `look-up of codes in a table`(size: Int) {
    var random = SplitMix64(seed: UInt64(size))
    let table = (0..<200).map { _ in UInt8.random(in: 0...3, using: &random) }
    let codes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
    let values = codes.map { $0 < 200 ? table[Int($0)] : 0 }
    let expected = [Self.bits(values.map { $0 & 1 != 0 }), Self.bits(values.map { $0 & 2 != 0 })]
    var first = [UInt64](repeating: 7, count: (size + 63) / 64)
    var second = first
    columns_look_up_8(codes, size, table, table.count, &first, &second)
    #expect([first, second] == expected)
    columns_look_up_16(codes.map { UInt16($0) }, size, table, table.count, &first, &second)
    #expect([first, second] == expected)
    columns_look_up_32(codes.map { UInt32($0) }, size, table, table.count, &first, &second)
    #expect([first, second] == expected)
  }

  @Test(arguments: sizes) func `tallies of the codes of some rows`(size: Int) {
    var random = SplitMix64(seed: UInt64(size) + 9)
    let codes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
    let flags = (0..<size).map { _ in Bool.random(using: &random) }
    var expected = [UInt64](repeating: 1, count: 200)
    for (code, isCounted) in zip(codes, flags) where isCounted && code < 200 {
      expected[Int(code)] += 1
    }
    func counted(_ run: (inout [UInt64]) -> Void) -> [UInt64] {
      var counts = [UInt64](repeating: 1, count: 200)
      run(&counts)
      return counts
    }
    let rows = Self.bits(flags)
    #expect(counted { columns_tally_8(codes, size, rows, &$0, 200) } == expected)
    #expect(
      counted { columns_tally_16(codes.map { UInt16($0) }, size, rows, &$0, 200) } == expected
    )
    #expect(
      counted { columns_tally_32(codes.map { UInt32($0) }, size, rows, &$0, 200) } == expected
    )
  }

  @Test func `combinations of bit maps`() {
    var random = SplitMix64(seed: 3)
    for size in [0, 1, 7, 8, 100] {
      let maps = (0..<6).map { _ in (0..<size).map { _ in random.next() } }
      func combined(_ run: (inout [UInt64]) -> Void) -> [UInt64] {
        var result = maps[0]
        run(&result)
        return result
      }
      func naive(_ body: (UInt64, UInt64, UInt64) -> UInt64) -> [UInt64] {
        (0..<size).map { body(maps[0][$0], maps[1][$0], maps[2][$0]) }
      }
      #expect(combined { columns_and(&$0, maps[1], size) } == naive { a, b, _ in a & b })
      #expect(combined { columns_or(&$0, maps[1], size) } == naive { a, b, _ in a | b })
      #expect(
        combined { columns_and_either(&$0, maps[1], maps[2], size) } == naive { $0 & ($1 | $2) }
      )
      #expect(combined { columns_or_either(&$0, maps[1], maps[2], size) } == naive { $0 | $1 | $2 })
      let count = zip(maps[0], maps[1]).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
      #expect(columns_count(maps[0], maps[1], size) == UInt64(count))
    }
  }

  /// Bit by bit over all three answers of a condition and its two branches.
  @Test func `if and not in three values`() {
    let answers = [(0, 0), (0, 1), (1, 1)]
    for test in answers {
      var isIn = [UInt64(test.0)]
      var possible = [UInt64(test.1)]
      columns_negate(&isIn, &possible, 1)
      #expect(isIn[0] & 1 == UInt64(1 - test.1) && possible[0] & 1 == UInt64(1 - test.0))
      for then in answers {
        for other in answers {
          isIn = [UInt64(test.0)]
          possible = [UInt64(test.1)]
          columns_branch(
            &isIn,
            &possible,
            [UInt64(then.0)],
            [UInt64(then.1)],
            [UInt64(other.0)],
            [UInt64(other.1)],
            1
          )
          let expected =
            test == (1, 1) ? then : test == (0, 0) ? other : then == other ? then : (0, 1)
          #expect((Int(isIn[0] & 1), Int(possible[0] & 1)) == expected)
        }
      }
    }
  }

  @Test func `the checksum tells every single changed bit, and the length`() {
    var random = SplitMix64(seed: 4)
    var bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
    let whole = columns_checksum(bytes, bytes.count)
    for position in bytes.indices {
      for bit in 0..<8 {
        bytes[position] ^= 1 << bit
        #expect(columns_checksum(bytes, bytes.count) != whole)
        bytes[position] ^= 1 << bit
      }
    }
    #expect(columns_checksum(bytes, bytes.count - 1) != whole)
    #expect(columns_checksum(bytes + [0], bytes.count + 1) != whole)
  }

  private static func bits(_ flags: [Bool]) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (flags.count + 63) / 64)
    for (row, flag) in flags.enumerated() where flag { words[row / 64] |= 1 << UInt64(row % 64) }
    return words
  }
}
