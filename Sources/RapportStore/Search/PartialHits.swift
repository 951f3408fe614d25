import RapportCore

/// Customers that some terms of a query fit and others do not.
///
/// A caller's name may be half wrong. Who has the rarer of the words, and a name that looks like all
/// that was typed, comes first.
struct PartialHits: Sendable {
  private let terms: Int
  private var rows: [(shard: Int, row: Int)] = []
  /// For each row how well each term fits, of 100.
  private var fits: [UInt8] = []
  /// How many customers each term fits by itself.
  private var counts: [Int]

  init(terms: Int) {
    self.terms = terms
    counts = Array(repeating: 0, count: terms)
  }

  /// Counts the terms that fit a customer.
  mutating func count(_ matches: [TermMatch?]) {
    for term in 0..<terms where matches[term] != nil { counts[term] += 1 }
  }

  mutating func append(_ matches: [TermMatch?], shard: Int, row: Int) {
    guard terms > 1 else { return }
    count(matches)
    guard matches.contains(where: { $0?.fit ?? 0 > 0 }) else { return }
    rows.append((shard, row))
    for match in matches { fits.append(match?.fit ?? 0) }
  }

  /// The best `limit` of them, of so many customers that were looked at; `name` hands the folded name
  /// of a row to a closure.
  func best(
    _ limit: Int,
    of customers: Int,
    like text: [UInt8],
    familiar: FamiliarRows,
    name: (Int, Int, (UnsafeBufferPointer<UInt8>) -> (Int, Int)) -> (Int, Int)
  ) -> [FoundCustomer] {
    let weights = counts.map { PartialFit.weight(of: $0, among: customers) }
    let fit = PartialFit(weights: weights, text: text)
    var best: [FoundCustomer] = []
    var worst = -1
    for (index, (shard, row)) in rows.enumerated() where limit > 0 {
      let words = fit.words(fits[index * terms..<(index + 1) * terms])
      guard words + PartialFit.mostLikeness >= worst else { continue }
      let (likeness, length) = name(shard, row) { (fit.likeness(of: $0), $0.count) }
      let total = words + likeness
      guard total >= worst else { continue }
      let score = HitScore(missing: PartialFit.most - total)
      let found = FoundCustomer(
        shard: shard,
        row: row,
        score: score,
        nameLength: length,
        familiar
      )
      best.insert(found, at: best.firstIndex { found < $0 } ?? best.count)
      if best.count > limit { best.removeLast() }
      if best.count == limit { worst = max(worst, PartialFit.most - best[limit - 1].score.missing) }
    }
    return best
  }
}
