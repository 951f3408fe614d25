import RapportCore

/// The best of the customers whom only some terms fit.
struct PartialRanking: Sendable {
  let fit: PartialFit
  private let familiar: FamiliarRows
  private var kept: BestCustomers
  private let limit: Int
  /// What the last of them reaches, once there are enough.
  private(set) var worst = -1

  init(_ hits: PartialHits, like text: [UInt8], familiar: FamiliarRows, limit: Int) {
    let weights = hits.counts.map { PartialFit.weight(of: $0, among: hits.customers) }
    fit = PartialFit(weights: weights, text: text)
    self.familiar = familiar
    self.limit = limit
    kept = BestCustomers(limit: limit)
  }

  var best: [FoundCustomer] { kept.customers }

  /// Takes a customer; `fits` says how well each term fits, of 100.
  mutating func take(
    _ fits: ArraySlice<UInt8>,
    name: UnsafeBufferPointer<UInt8>,
    shard: Int,
    row: Int
  ) {
    let words = fit.words(fits)
    guard limit > 0, words + fit.mostLikeness(length: name.count) >= worst else { return }
    let total = words + fit.likeness(of: name)
    guard total >= worst else { return }
    kept.insert(
      FoundCustomer(
        shard: shard,
        row: row,
        score: HitScore(missing: PartialFit.most - total),
        nameLength: NameShape(name).length,
        familiar
      )
    )
    if kept.customers.count == limit, let last = kept.customers.last {
      worst = PartialFit.most - last.score.missing
    }
  }
}
