import RapportCore

/// One query over some shards: all that fit are counted, the best are kept.
struct CustomerSearch: Sendable {
  /// A customer that fits, as far as that can be told without the record.
  struct Found: Sendable {
    var shard: Int
    var row: Int
    /// Of each term.
    var matches: [TermMatch]
    var score: Int
  }

  private let terms: [SearchTerm]
  private let limit: Int
  private(set) var count = 0
  /// Best first.
  private(set) var best: [Found] = []

  init(_ terms: [SearchTerm], limit: Int) {
    self.terms = terms
    self.limit = limit
  }

  /// Later shards were read later; of equals, the customer changed last comes first.
  mutating func search(_ shard: CustomerShard, number: Int) {
    guard !terms.isEmpty else { return }
    shard.withBytes { text, phones in
      for row in 0..<shard.count where shard.isLive[row] && mayFit(shard.signatures[row]) {
        let (text, phones) = (text[row], phones[row])
        guard let matches = matches(in: text, phones) else { continue }
        count += 1
        let score = Self.score(matches, in: text)
        insert(Found(shard: number, row: row, matches: matches, score: score))
      }
    }
  }

  @inline(__always)
  private func mayFit(_ signature: SearchSignature) -> Bool {
    terms.allSatisfy { term in
      term.phone != nil
        || term.words.allSatisfy { word in
          word.signatures.contains { signature.mayContain($0) }
        }
    }
  }

  private func matches(
    in text: UnsafeBufferPointer<UInt8>,
    _ phones: UnsafeBufferPointer<UInt8>
  ) -> [TermMatch]? {
    var matches: [TermMatch] = []
    for term in terms {
      guard let match = term.match(in: text, phones: phones) else { return nil }
      matches.append(match)
    }
    return matches
  }

  private mutating func insert(_ found: Found) {
    if best.count == limit {
      guard let last = best.last, found.score <= last.score else { return }
      best.removeLast()
    }
    let place = best.firstIndex { found.score <= $0.score } ?? best.endIndex
    best.insert(found, at: place)
  }

  /// Lower is better: the weakest word decides; then an id, number or address in full; then the
  /// whole name; then each word and its field.
  private static func score(_ matches: [TermMatch], in text: UnsafeBufferPointer<UInt8>) -> Int {
    let weakest = matches.map(\.quality.order).max() ?? 0
    let certain: Set<UInt8> = [SearchedFields.id, SearchedFields.phone, SearchedFields.email]
    let isCertain = matches.contains {
      $0.quality == .exact && $0.isWhole && certain.contains($0.field)
    }
    let inName = matches.lazy.filter { $0.field == SearchedFields.name && $0.quality == .exact }
    let isWholeName = inName.count == matches.count && inName.count == nameWords(text)
    let sum = matches.reduce(0) { $0 + $1.rank }
    return ((weakest * 2 + (isCertain ? 0 : 1)) * 2 + (isWholeName ? 0 : 1)) << 32 + sum
  }

  /// How many words the name has; it is the first field.
  private static func nameWords(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard text.count > 3, text[1] == SearchedFields.name + 1 else { return 0 }
    var count = 1
    for byte in text.dropFirst(3) {
      if byte == SearchText.mark || byte == SearchText.variants { break }
      if byte == SearchText.space { count += 1 }
    }
    return count
  }
}

extension SearchTerm {
  /// How the term fits a customer; nil where it does not.
  func match(
    in text: UnsafeBufferPointer<UInt8>,
    phones: UnsafeBufferPointer<UInt8>
  ) -> TermMatch? {
    if let phone, let match = Self.match(phone, in: phones) { return match }
    var weakest: TermMatch?
    for word in words {
      guard let match = word.match(in: text) else { return nil }
      if let known = weakest, known.rank >= match.rank { continue }
      weakest = match
    }
    return weakest
  }

  private static func match(
    _ phone: PhonePattern,
    in phones: UnsafeBufferPointer<UInt8>
  ) -> TermMatch? {
    var best: TermMatch?
    var start = 0
    for position in phones.indices where phones[position] == SearchText.space {
      let number = UnsafeBufferPointer(rebasing: phones[start..<position])
      start = position + 1
      guard let quality = phone.quality(of: number) else { continue }
      best = TermMatch.better(
        best,
        TermMatch(
          quality: quality,
          field: SearchedFields.phone,
          isWhole: quality == .exact,
          length: number.count
        )
      )
    }
    return best
  }
}
