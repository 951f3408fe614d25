/// Some of so many rows, a bit for each.
struct RowSet: Sendable {
  private(set) var words: [UInt64]
  let count: Int

  /// None of them.
  init(count: Int) {
    self.count = count
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  /// Those whose bits are set; there are enough words for `count` rows.
  init(words: [UInt64], count: Int) {
    self.words = words
    self.count = count
    if count % 64 != 0, let last = words.indices.last {
      self.words[last] &= 1 << UInt64(count % 64) - 1
    }
  }

  /// Answers whether the row is new; what is no row is left out.
  @inline(__always)
  @discardableResult
  mutating func insert(_ row: Int) -> Bool {
    guard row >= 0, row < count else { return false }
    let bit = UInt64(1) << UInt64(row & 63)
    guard words[row >> 6] & bit == 0 else { return false }
    words[row >> 6] |= bit
    return true
  }

  mutating func remove(_ row: Int) {
    guard row >= 0, row < count else { return }
    words[row >> 6] &= ~(1 << UInt64(row & 63))
  }

  @inline(__always)
  func contains(_ row: Int) -> Bool {
    row >= 0 && row < count && words[row >> 6] >> UInt64(row & 63) & 1 == 1
  }

  var cardinality: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func formIntersection(_ other: RowSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func formUnion(_ other: RowSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Hands out the rows, ascending, until the closure answers false.
  func forEach(while body: (Int) -> Bool) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        guard body(index << 6 + rest.trailingZeroBitCount) else { return }
        rest &= rest - 1
      }
    }
  }
}
