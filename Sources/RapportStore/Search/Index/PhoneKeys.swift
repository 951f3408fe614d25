/// Telephone numbers as numbers that ascend as their digits do, forwards and backwards, and whose
/// they are.
struct PhoneKeys: Sendable {
  private(set) var forwards: [UInt64] = []
  private(set) var forwardRows: [UInt32] = []
  private(set) var backwards: [UInt64] = []
  private(set) var backwardRows: [UInt32] = []

  /// So many digits, `+` included, are in a key.
  static let longest = 16

  init(_ all: IndexedRows) {
    var (forwards, backwards, rows): ([UInt64], [UInt64], [UInt32]) = ([], [], [])
    all.phones.bytes.withUnsafeBufferPointer { phones in
      for row in 0..<all.count {
        var start = Int(all.phones.ends[row])
        for position in start..<Int(all.phones.ends[row + 1])
        where phones[position] == SearchText.space {
          let number = UnsafeBufferPointer(rebasing: phones[start..<position])
          forwards.append(Self.key(number))
          backwards.append(Self.key(number.reversed()))
          rows.append(UInt32(row))
          start = position + 1
        }
      }
    }
    (self.forwards, forwardRows) = Self.ordered(forwards, rows)
    (self.backwards, backwardRows) = Self.ordered(backwards, rows)
  }

  private static func ordered(_ keys: [UInt64], _ rows: [UInt32]) -> ([UInt64], [UInt32]) {
    let order = RadixSort.order(of: keys)
    return (order.map { keys[Int($0)] }, order.map { rows[Int($0)] })
  }

  /// The first digits, four bits each; a digit that is not there is 0.
  static func key(_ digits: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var shift: UInt64 = 64
    for digit in digits where shift > 0 {
      shift -= 4
      key |= (digit == UInt8(ascii: "+") ? 1 : UInt64(digit &- 0x30 &+ 2) & 0xF) << shift
    }
    return key
  }

  /// The keys of all numbers that begin with some digits, at most `longest`.
  static func keys(beginningWith digits: some Collection<UInt8>) -> ClosedRange<UInt64> {
    let low = key(digits)
    let free = UInt64(64 - 4 * min(digits.count, longest))
    return low...(free == 0 ? low : low | (UInt64.max >> (64 - free)))
  }
}
