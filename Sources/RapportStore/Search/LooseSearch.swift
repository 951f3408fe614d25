import RapportCore

/// One query over all customers, with typing errors, sounds, and words left out.
///
/// Customers that fit as typed come out with the same score as in `CustomerSearch`, so that both give
/// one order.
struct LooseSearch: Sendable {
  let plan: SearchPlan
  let loose: LoosePlan
  let familiar: FamiliarRows
  private let limit: Int
  /// The best of those whom every term fits, with at most one typing error in each word, and with two;
  /// and how many there are.
  private var near: (best: BestCustomers, count: Int)
  private var far: (best: BestCustomers, count: Int)
  var partial: PartialHits
  /// How many fit as typed.
  private(set) var certain = 0

  init(_ plan: SearchPlan, _ loose: LoosePlan, familiar: FamiliarRows, limit: Int) {
    self.limit = limit
    near = (BestCustomers(limit: limit), 0)
    far = near
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
    take(
      HitScore(matches.lazy.compactMap(\.self), nameWords: name.words),
      isFar: matches.contains { $0?.isTwoErrors ?? false },
      isCertain: !matches.contains { $0?.word != nil },
      name,
      shard: shard,
      row: row
    )
  }

  @inline(__always)
  mutating func take(
    _ score: HitScore,
    isFar: Bool,
    isCertain: Bool,
    _ name: NameShape,
    shard: Int,
    row: Int
  ) {
    if isCertain { certain += 1 }
    if isFar { far.count += 1 } else { near.count += 1 }
    guard isFar ? far.best.mayTake(score) : near.best.mayTake(score) else { return }
    let found = FoundCustomer(
      shard: shard,
      row: row,
      score: score,
      nameLength: name.length,
      familiar
    )
    if isFar { far.best.insert(found) } else { near.best.insert(found) }
  }

  /// With two typing errors only where few fit with one.
  private var takesFar: Bool { near.count < SearchQuery.enough }

  private var count: Int { near.count + (takesFar ? far.count : 0) }

  /// So many whom only some words fit are wanted: until there are ten, where nobody fits as typed.
  var wantedPartial: Int {
    certain == 0 && loose.terms.count > 1 ? max(0, SearchQuery.enough - count) : 0
  }

  /// The best, with some whom only some words fit, and how many there are in all.
  func result(_ some: [FoundCustomer]) -> (best: [FoundCustomer], count: Int) {
    let found = near.best.customers + (takesFar ? far.best.customers : []) + some
    return (Array(found.sorted().prefix(limit)), count + some.count)
  }
}
