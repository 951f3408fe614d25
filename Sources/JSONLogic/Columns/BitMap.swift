import CColumns

/// A set of rows: one bit for each row.
public final class BitMap: Sendable {
  /// How many rows there are, in the set or not.
  public let count: Int
  private let bytes: HeapBytes

  /// The rows whose bits a closure sets, in words of 64 rows, the first row in the lowest bit.
  ///
  /// The words are zeros at first; bits behind the last row are cleared.
  public init(count: Int, _ fill: (UnsafeMutableBufferPointer<UInt64>) -> Void = { _ in }) {
    self.count = count
    bytes = HeapBytes(count: (count + 63) / 64 * 8)
    fill(mutableWords)
    if count % 64 != 0, let last = mutableWords.indices.last {
      mutableWords[last] &= (1 << UInt64(count % 64)) - 1
    }
  }

  /// Some rows of so many; those beyond are left out.
  public convenience init(rows: some Sequence<Int>, count: Int) {
    self.init(count: count) { words in
      for row in rows where row >= 0 && row < count { words[row / 64] |= 1 << UInt64(row % 64) }
    }
  }

  /// All rows.
  public static func all(_ count: Int) -> BitMap {
    BitMap(count: count) { $0.update(repeating: .max) }
  }

  private var mutableWords: UnsafeMutableBufferPointer<UInt64> {
    bytes.mutable.assumingMemoryBound(to: UInt64.self)
  }

  /// The words; valid as long as the map lives.
  var words: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(mutableWords) }

  /// Whether a row is in the set.
  public subscript(row: Int) -> Bool {
    guard row >= 0, row < count else { return false }
    return words[row / 64] >> UInt64(row % 64) & 1 == 1
  }

  /// How many rows are in the set.
  public var cardinality: Int { overlap(self) }

  /// How many rows are in both sets.
  public func overlap(_ other: BitMap) -> Int {
    Int(
      columns_count(words.baseAddress, other.words.baseAddress, min(words.count, other.words.count))
    )
  }

  /// The rows that are in both sets.
  public func intersection(_ other: BitMap) -> BitMap {
    combined(other) { $0 & $1 }
  }

  /// The rows that are in either set.
  public func union(_ other: BitMap) -> BitMap {
    combined(other) { $0 | $1 }
  }

  /// The rows that are in this set and not in the other.
  public func subtracting(_ other: BitMap) -> BitMap {
    combined(other) { $0 & ~$1 }
  }

  private func combined(_ other: BitMap, _ combine: (UInt64, UInt64) -> UInt64) -> BitMap {
    BitMap(count: min(count, other.count)) { result in
      for word in result.indices { result[word] = combine(words[word], other.words[word]) }
    }
  }

  /// The rows of the set, ascending, without the first `skipped`, at most so many.
  public func rows(after skipped: Int = 0, limit: Int = .max) -> [Int] {
    var rows: [Int] = []
    var before = 0
    for (position, word) in words.enumerated() {
      var rest = word
      guard before + word.nonzeroBitCount > skipped else {
        before += word.nonzeroBitCount
        continue
      }
      while before < skipped, rest != 0 {
        rest &= rest - 1
        before += 1
      }
      while rest != 0 {
        guard rows.count < limit else { return rows }
        rows.append(position * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return rows
  }
}
