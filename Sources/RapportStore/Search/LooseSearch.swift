import RapportCore

/// One query over some shards, with typing errors, sounds, and words left out.
///
/// Customers that fit as typed come out with the same score as in `CustomerSearch`, so that both give
/// one order.
struct LooseSearch: Sendable {
  let plan: SearchPlan
  let loose: LoosePlan
  private let familiar: FamiliarRows
  /// Those whom every term fits, with at most one typing error in each word, and with two.
  private var near: [FoundCustomer] = []
  private var far: [FoundCustomer] = []
  private var partial: PartialHits
  /// How many fit as typed.
  private(set) var certain = 0
  private var customers = 0

  init(_ plan: SearchPlan, _ loose: LoosePlan, familiar: FamiliarRows) {
    self.plan = plan
    self.loose = loose
    self.familiar = familiar
    partial = PartialHits(terms: plan.terms.count)
  }

  mutating func search(_ shard: CustomerShard, number: Int) {
    let (plan, loose) = (plan, loose)
    let words = LooseWords(loose, shard)
    plan.withMatcher { matcher in
      shard.withRows { rows in
        words.withRows { guessed in
          var matches = [TermMatch?](repeating: nil, count: matcher.terms.count)
          for row in 0..<rows.count where rows.isLive[row] {
            customers += 1
            var isAny = false
            for (index, term) in matcher.terms.enumerated() {
              let mayFit = matcher.mayFit(term, rows.signatures[row], rows.phoneSignatures[row])
              matches[index] = mayFit ? matcher.match(term, in: rows[row]) : nil
              if matches[index] == nil, guessed.mayFit(index, row) {
                matches[index] = loose.match(index, guessed[row])
              }
              if matches[index] != nil { isAny = true }
            }
            if isAny { take(matches, rows[row], shard: number, row: row) }
          }
        }
      }
    }
  }

  private mutating func take(
    _ matches: [TermMatch?],
    _ row: SearchedRow,
    shard: Int,
    row number: Int
  ) {
    guard matches.allSatisfy({ $0 != nil }) else {
      if certain == 0, near.count < SearchQuery.enough {
        partial.append(matches, shard: shard, row: number)
      }
      return
    }
    partial.count(matches)
    let name = SearchText.name(row.text)
    let score = HitScore(matches.lazy.compactMap(\.self), nameWords: SearchText.words(name))
    let found = FoundCustomer(
      shard: shard,
      row: number,
      score: score,
      nameLength: name.count,
      familiar
    )
    let isFar = matches.contains { $0?.isTwoErrors ?? false }
    if isFar { far.append(found) } else { near.append(found) }
    if !matches.contains(where: { $0?.word != nil }) { certain += 1 }
  }

  /// The best `limit`, and how many there are in all.
  ///
  /// As long as fewer than ten fit with one typing error, those with two are taken in; then, where
  /// nobody fits as typed, those whom only some words fit, until there are ten.
  func result(of shards: [CustomerShard], limit: Int) -> (best: [FoundCustomer], count: Int) {
    var found = near
    if found.count < SearchQuery.enough { found += far }
    let free = SearchQuery.enough - found.count
    if free > 0, certain == 0 {
      found += partial.best(free, of: customers, like: loose.text, familiar: familiar) {
        shard,
        row,
        body in
        shards[shard].withName(of: row, body)
      }
    }
    return (Array(found.sorted().prefix(limit)), found.count)
  }

  /// How each term fits a customer that was found; nil for those that do not.
  func matches(of found: FoundCustomer, in shard: CustomerShard) -> [TermMatch?] {
    plan.withMatcher { matcher in
      shard.withRows { rows in
        withUnsafeTemporaryAllocation(of: LooseWord.self, capacity: max(1, loose.parts)) { best in
          loose.look(at: rows[found.row], best)
          return matcher.terms.enumerated().map { index, term in
            matcher.match(term, in: rows[found.row]) ?? loose.match(index, best)
          }
        }
      }
    }
  }
}
