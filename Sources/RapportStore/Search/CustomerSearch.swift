import RapportCore

/// One query over all customers, as it was typed: all that fit are counted, the best are kept.
struct CustomerSearch: Sendable {
  let plan: SearchPlan
  let limit: Int
  let familiar: FamiliarRows
  var count = 0
  var best: BestCustomers

  init(_ plan: SearchPlan, familiar: FamiliarRows, limit: Int) {
    self.plan = plan
    self.familiar = familiar
    self.limit = limit
    best = BestCustomers(limit: limit)
  }

  /// Looks at each customer of a shard.
  mutating func search(_ shard: CustomerShard, number: Int) {
    guard !plan.terms.isEmpty else { return }
    let plan = plan
    plan.withMatcher { matcher in
      var matches: [TermMatch] = []
      shard.searched.withRows { rows in
        for row in 0..<rows.count {
          guard shard.isLive[row], matcher.mayFit(rows.signatures[row], rows.phoneSignatures[row])
          else { continue }
          let searched = rows[row]
          guard matcher.match(searched, &matches) else { continue }
          count += 1
          insert(matches, NameShape(SearchText.name(searched.text)), shard: number, row: row)
        }
      }
    }
  }

  /// Keeps a customer whom all terms fit, if it is one of the best.
  mutating func insert(_ matches: [TermMatch], _ name: NameShape, shard: Int, row: Int) {
    insert(HitScore(matches, nameWords: name.words), name, shard: shard, row: row)
  }

  @inline(__always)
  mutating func insert(_ score: HitScore, _ name: NameShape, shard: Int, row: Int) {
    guard best.mayTake(score) else { return }
    best.insert(
      FoundCustomer(shard: shard, row: row, score: score, nameLength: name.length, familiar)
    )
  }
}
