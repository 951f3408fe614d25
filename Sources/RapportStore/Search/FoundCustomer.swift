/// A customer that fits a query, as far as that can be told without the record; the best is smallest.
///
/// Of equals comes first who is familiar, then whose name has least beside what was typed, then who
/// came last.
struct FoundCustomer: Sendable, Comparable {
  let shard: Int
  let row: Int
  let score: HitScore
  let familiarity: Int
  let nameLength: Int

  init(shard: Int, row: Int, score: HitScore, nameLength: Int, _ familiar: FamiliarRows) {
    self.shard = shard
    self.row = row
    self.score = score
    self.nameLength = nameLength
    familiarity = familiar[shard, row]
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.score != right.score { return left.score < right.score }
    if left.familiarity != right.familiarity { return left.familiarity > right.familiarity }
    if left.nameLength != right.nameLength { return left.nameLength < right.nameLength }
    return (left.shard, left.row) > (right.shard, right.row)
  }
}
