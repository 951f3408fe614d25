/// Which rows the agent knows, and how well: more for customers of their own, then by last contact.
struct FamiliarRows: Sendable {
  private var rows: [Int: Int] = [:]

  static let none = FamiliarRows()

  subscript(shard: Int, row: Int) -> Int {
    get { rows.isEmpty ? 0 : rows[Self.key(shard, row)] ?? 0 }
    set { rows[Self.key(shard, row)] = newValue }
  }

  private static func key(_ shard: Int, _ row: Int) -> Int { shard * CustomerShard.capacity + row }
}
