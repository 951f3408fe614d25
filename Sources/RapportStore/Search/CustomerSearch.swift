import RapportCore

/// One query over some shards: all that fit are counted, the best are kept.
struct CustomerSearch: Sendable {
  /// A customer that fits, as far as that can be told without the record.
  struct Found: Sendable {
    var shard: Int
    var row: Int
    var score: Int
  }

  let plan: SearchPlan
  private let limit: Int
  private(set) var count = 0
  /// Best first.
  private(set) var best: [Found] = []

  init(_ terms: [SearchTerm], limit: Int) {
    plan = SearchPlan(terms)
    self.limit = limit
  }

  /// Later shards were read later; of equals, the customer changed last comes first.
  mutating func search(_ shard: CustomerShard, number: Int) {
    guard !plan.terms.isEmpty else { return }
    let plan = plan
    plan.withMatcher { matcher in
      shard.withRows { rows in
        for row in 0..<rows.count {
          guard rows.isLive[row], matcher.mayFit(rows.signatures[row], rows.phoneSignatures[row])
          else { continue }
          guard let score = Self.score(rows[row], matcher) else { continue }
          count += 1
          if best.count == limit, let last = best.last, score > last.score { continue }
          insert(Found(shard: number, row: row, score: score))
        }
      }
    }
  }

  /// How each term fits a customer that was found.
  func matches(of found: Found, in shard: CustomerShard) -> [TermMatch] {
    plan.withMatcher { matcher in
      shard.withRows { rows in
        matcher.terms.compactMap { matcher.match($0, in: rows[found.row]) }
      }
    }
  }

  private mutating func insert(_ found: Found) {
    if best.count == limit { best.removeLast() }
    var (low, high) = (0, best.count)
    while low < high {
      let middle = (low + high) / 2
      if best[middle].score < found.score { low = middle + 1 } else { high = middle }
    }
    best.insert(found, at: low)
  }

  /// Lower is better; nil where a term does not fit.
  ///
  /// The weakest word decides; then an id, number or address in full; then the whole name; then each
  /// word and its field.
  private static func score(_ row: SearchedRow, _ matcher: SearchMatcher) -> Int? {
    var (weakest, sum, named) = (0, 0, 0)
    var isCertain = false
    for term in matcher.terms {
      guard let match = matcher.match(term, in: row) else { return nil }
      weakest = max(weakest, match.quality.order)
      sum += match.rank
      guard match.quality == .exact else { continue }
      switch match.field {
      case SearchedFields.name: named += 1
      case SearchedFields.id, SearchedFields.phone, SearchedFields.email:
        isCertain = isCertain || match.isWhole
      default: break
      }
    }
    let isWholeName = named == matcher.terms.count && named == nameWords(row.text)
    return ((weakest * 2 + (isCertain ? 0 : 1)) * 2 + (isWholeName ? 0 : 1)) << 32 + sum
  }

  /// How many words the name has; it is the first field.
  private static func nameWords(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard text.count > 3, text[1] == SearchedFields.name + 1 else { return 0 }
    var count = 1
    for position in 3..<text.count {
      let byte = text[position]
      if byte == SearchText.mark || byte == SearchText.variants { break }
      if byte == SearchText.space { count += 1 }
    }
    return count
  }
}
