import RapportCore

/// One query over some shards, as it was typed: all that fit are counted, the best are kept.
struct CustomerSearch: Sendable {
  let plan: SearchPlan
  private let limit: Int
  private let familiar: FamiliarRows
  private(set) var count = 0
  /// Best first.
  private(set) var best: [FoundCustomer] = []

  init(_ plan: SearchPlan, familiar: FamiliarRows, limit: Int) {
    self.plan = plan
    self.familiar = familiar
    self.limit = limit
  }

  mutating func search(_ shard: CustomerShard, number: Int) {
    guard !plan.terms.isEmpty else { return }
    let plan = plan
    plan.withMatcher { matcher in
      var matches: [TermMatch] = []
      shard.withRows { rows in
        for row in 0..<rows.count {
          guard rows.isLive[row], matcher.mayFit(rows.signatures[row], rows.phoneSignatures[row])
          else { continue }
          let searched = rows[row]
          guard matcher.match(searched, &matches) else { continue }
          count += 1
          let name = SearchText.name(searched.text)
          let score = HitScore(matches, nameWords: SearchText.words(name))
          if best.count == limit, let last = best.last, score > last.score { continue }
          insert(
            FoundCustomer(
              shard: number,
              row: row,
              score: score,
              nameLength: name.count,
              familiar
            )
          )
        }
      }
    }
  }

  private mutating func insert(_ found: FoundCustomer) {
    if best.count == limit {
      if let last = best.last, last < found { return }
      best.removeLast()
    }
    var (low, high) = (0, best.count)
    while low < high {
      let middle = (low + high) / 2
      if best[middle] < found { low = middle + 1 } else { high = middle }
    }
    best.insert(found, at: low)
  }
}
