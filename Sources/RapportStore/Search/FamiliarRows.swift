/// Which rows the agent knows, and how well: more for customers of their own, then by last contact.
struct FamiliarRows: Sendable {
  private var rows: [Int: Int] = [:]
  /// A bit for the last bits of each key: most rows can be told from those at once.
  private var bits: [UInt64] = []

  private static let mask = 1 << 16 - 1

  static let none = FamiliarRows()

  /// The shards and rows that are there.
  var all: [(shard: Int, row: Int)] { rows.keys.map { ($0 >> 32, $0 & 0xFFFF_FFFF) } }

  @inline(__always)
  subscript(shard: Int, row: Int) -> Int {
    get {
      let key = Self.key(shard, row)
      guard !bits.isEmpty, bits[(key & Self.mask) >> 6] >> UInt64(key & 63) & 1 == 1 else {
        return 0
      }
      return rows[key] ?? 0
    }
    set {
      let key = Self.key(shard, row)
      if bits.isEmpty { bits = Array(repeating: 0, count: (Self.mask + 1) / 64) }
      bits[(key & Self.mask) >> 6] |= 1 << UInt64(key & 63)
      rows[key] = newValue
    }
  }

  private static func key(_ shard: Int, _ row: Int) -> Int { shard << 32 | row }
}
