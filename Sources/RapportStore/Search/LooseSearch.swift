import RapportCore

/// One query over all customers, with typing errors, sounds, and words left out.
///
/// Customers that fit as typed come out with the same score as in `CustomerSearch`, so that both give
/// one order.
struct LooseSearch: Sendable {
  let plan: SearchPlan
  let loose: LoosePlan
  let familiar: FamiliarRows
  /// Those whom every term fits, with at most one typing error in each word, and with two.
  private var near: [FoundCustomer] = []
  private var far: [FoundCustomer] = []
  var partial: PartialHits
  /// How many fit as typed.
  private(set) var certain = 0

  init(_ plan: SearchPlan, _ loose: LoosePlan, familiar: FamiliarRows) {
    self.plan = plan
    self.loose = loose
    self.familiar = familiar
    partial = PartialHits(terms: plan.terms.count)
  }

  /// Looks at each customer of a shard, whose words are the table's.
  mutating func search(_ shard: CustomerShard, number: Int, _ table: LooseTable) {
    let (plan, loose) = (plan, loose)
    plan.withMatcher { matcher in
      shard.searched.withRows { rows in
        loose.withWords { best in
          var matches = [TermMatch?](repeating: nil, count: matcher.terms.count)
          for row in 0..<rows.count where shard.isLive[row] {
            partial.customers += 1
            loose.match(rows[row], matcher, table, best, &matches)
            guard matches.contains(where: { $0 != nil }) else { continue }
            partial.count(matches)
            if matches.contains(where: { $0 == nil }) {
              partial.append(matches, shard: number, row: row)
            } else {
              let name = NameShape(SearchText.name(rows[row].text))
              take(matches, name, shard: number, row: row)
            }
          }
        }
      }
    }
  }

  /// Takes a customer whom all terms fit.
  mutating func take(_ matches: [TermMatch?], _ name: NameShape, shard: Int, row: Int) {
    let found = FoundCustomer(
      shard: shard,
      row: row,
      score: HitScore(matches.lazy.compactMap(\.self), nameWords: name.words),
      nameLength: name.length,
      familiar
    )
    let isFar = matches.contains { $0?.isTwoErrors ?? false }
    if isFar { far.append(found) } else { near.append(found) }
    if !matches.contains(where: { $0?.word != nil }) { certain += 1 }
  }

  /// Those whom every term fits: with two typing errors only where few fit with one.
  private var found: [FoundCustomer] {
    near.count < SearchQuery.enough ? near + far : near
  }

  /// So many whom only some words fit are wanted: until there are ten, where nobody fits as typed.
  var wantedPartial: Int {
    certain == 0 && loose.terms.count > 1 ? max(0, SearchQuery.enough - found.count) : 0
  }

  /// The best `limit`, and how many there are in all.
  func result(_ some: [FoundCustomer], limit: Int) -> (best: [FoundCustomer], count: Int) {
    let found = found + some
    return (Array(found.sorted().prefix(limit)), found.count)
  }
}
