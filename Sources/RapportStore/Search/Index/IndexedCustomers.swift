/// The customers of a snapshot who count, as they are searched by its index.
struct IndexedCustomers: Sendable {
  /// What stands for the shard of those who were found here.
  static let number = 0

  let index: SearchIndex
  /// Neither deleted nor replaced by a later line.
  private(set) var live: RowSet
  /// Those who were there when the snapshot was made and are so no more.
  private(set) var gone: [Int] = []
  /// How many there were then.
  let total: Int

  init(_ index: SearchIndex, live: RowSet) {
    self.index = index
    self.live = live
    total = live.cardinality
  }

  /// Leaves out a customer whom a later line replaces or deletes.
  mutating func remove(_ row: Int) {
    guard live.contains(row) else { return }
    live.remove(row)
    gone.append(row)
  }
}
