/// Which customers the lines of a file are about.
///
/// A row is a customer, in the order in which ids first appear; the latest line counts.
struct SnapshotRows: Sendable {
  /// Two ids have the same hash; another seed will tell them apart.
  struct Collision: Error {}

  /// For each row the number of its latest line.
  private(set) var lines: [UInt32] = []
  private(set) var isLive: [Bool] = []
  /// The hashes of all ids, ascending, and the row of each.
  private(set) var hashes: [UInt64] = []
  private(set) var hashedRows: [UInt32] = []
  /// For each row the one of its account; `none` where there is none.
  private(set) var accounts: [UInt32] = []
  /// Rows whose account is not there, and the hash of its id, ascending by hash.
  private(set) var lonely: [(hash: UInt64, row: UInt32)] = []
  /// Whether every line is a row of its own.
  private(set) var isPlain = true

  static let none = UInt32.max

  init(_ pieces: [SnapshotPiece]) throws(Collision) {
    let keys = pieces.flatMap(\.idHashes)
    let order = RadixSort.order(of: keys)
    var firstLine = [UInt32](repeating: Self.none, count: keys.count)
    var latest: [UInt32: UInt32] = [:]
    var position = 0
    while position < order.count {
      let key = keys[Int(order[position])]
      let first = order[position]
      var last = position
      while last + 1 < order.count, keys[Int(order[last + 1])] == key { last += 1 }
      if last > position {
        try Self.checkIDs(order[position...last], pieces)
        latest[first] = order[last]
      }
      hashes.append(key)
      firstLine[Int(first)] = 0
      hashedRows.append(first)
      position = last + 1
    }
    isPlain = latest.isEmpty
    number(&firstLine, latest)
    for index in hashedRows.indices { hashedRows[index] = firstLine[Int(hashedRows[index])] }
    take(pieces)
  }

  /// Turns first lines into rows.
  private mutating func number(_ rows: inout [UInt32], _ latest: [UInt32: UInt32]) {
    lines.reserveCapacity(hashes.count)
    for line in rows.indices where rows[line] != Self.none {
      rows[line] = UInt32(lines.count)
      lines.append(isPlain ? UInt32(line) : latest[UInt32(line)] ?? UInt32(line))
    }
  }

  private mutating func take(_ pieces: [SnapshotPiece]) {
    let isDeleted = pieces.flatMap(\.isDeleted)
    let accountHashes = pieces.flatMap(\.accountHashes)
    let index = HashIndex(hashes)
    isLive = lines.map { !isDeleted[Int($0)] }
    accounts = [UInt32](repeating: Self.none, count: lines.count)
    for (row, line) in lines.enumerated() where accountHashes[Int(line)] != 0 {
      let hash = accountHashes[Int(line)]
      if let found = index.position(of: hash, in: hashes) {
        accounts[row] = hashedRows[found]
      } else {
        lonely.append((hash, UInt32(row)))
      }
    }
    lonely.sort { $0 < $1 }
  }

  private static func checkIDs(
    _ lines: ArraySlice<UInt32>,
    _ pieces: [SnapshotPiece]
  ) throws(Collision) {
    var starts = [0]
    for piece in pieces { starts.append(starts[starts.count - 1] + piece.count) }
    func id(_ line: UInt32) -> ArraySlice<UInt8> {
      let piece = (starts.firstIndex { $0 > Int(line) } ?? 1) - 1
      return pieces[piece].id(Int(line) - starts[piece])
    }
    guard let first = lines.first.map(id) else { return }
    for line in lines where id(line) != first { throw Collision() }
  }
}

/// Finds a hash among sorted ones by its upper bits.
struct HashIndex {
  private var starts: [UInt32]
  private static let bits: UInt64 = 16

  init(_ sorted: [UInt64]) {
    starts = [UInt32](repeating: 0, count: 1 << Self.bits + 1)
    for hash in sorted { starts[Int(hash >> (64 - Self.bits)) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
  }

  func position(of hash: UInt64, in sorted: [UInt64]) -> Int? {
    let bucket = Int(hash >> (64 - Self.bits))
    var (low, high) = (Int(starts[bucket]), Int(starts[bucket + 1]))
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < Int(starts[bucket + 1]) && sorted[low] == hash ? low : nil
  }
}
