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
  private(set) var counts: [Int]
  /// So many were looked at.
  var customers = 0

  init(terms: Int) {
    self.terms = terms
    counts = Array(repeating: 0, count: terms)
  }

  /// Counts the terms that fit a customer.
  mutating func count(_ matches: [TermMatch?]) {
    for term in 0..<terms where matches[term] != nil { counts[term] += 1 }
  }

  mutating func count(_ customers: Int, term: Int) { counts[term] += customers }

  mutating func append(_ matches: [TermMatch?], shard: Int, row: Int) {
    guard terms > 1, matches.contains(where: { $0?.fit ?? 0 > 0 }) else { return }
    rows.append((shard, row))
    for match in matches { fits.append(match?.fit ?? 0) }
  }

  /// Takes them into a ranking, once all have been counted; `name` hands the folded name of a row to a
  /// closure.
  func rank(
    into ranking: inout PartialRanking,
    name: (Int, Int, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
  ) {
    for (index, (shard, row)) in rows.enumerated() {
      let fits = fits[index * terms..<(index + 1) * terms]
      name(shard, row) { ranking.take(fits, name: $0, shard: shard, row: row) }
    }
  }
}
