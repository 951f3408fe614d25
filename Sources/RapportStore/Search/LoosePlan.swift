import RapportCore

/// What a query could be meant for, where it is not taken as typed.
struct LoosePlan: Sendable {
  /// The parts of each term; none where it is only taken as typed.
  let terms: [Range<Int>]
  let parts: [LoosePart]
  /// For each part whether it is of an address, and so looked for among these only.
  let isAddress: [Bool]
  /// The first spelling of each term, folded, with spaces between.
  let text: [UInt8]
  /// Whether anything but what was typed can be found.
  var isOfUse: Bool { !parts.isEmpty || terms.count > 1 }

  init(_ query: SearchQuery) {
    var parts: [LoosePart] = []
    var terms: [Range<Int>] = []
    var isAddress: [Bool] = []
    for (number, term) in query.terms.enumerated() {
      let isLast = query.isUnfinished && number == query.terms.count - 1
      let own = term.looseParts(isUnfinished: isLast)
      terms.append(parts.count..<parts.count + own.count)
      parts += own
      isAddress += own.map { _ in term.text.utf8.contains(UInt8(ascii: "@")) }
    }
    self.isAddress = isAddress
    self.terms = terms
    self.parts = parts
    text = Array(
      query.terms.flatMap(\.words).compactMap(\.spellings.first?.bytes)
        .joined(separator: [SearchText.space])
    )
  }

  /// Whether a part is looked for in a field: ids are never guessed.
  @inline(__always)
  func isLookedFor(_ part: Int, in field: UInt8) -> Bool {
    isAddress[part] ? field == SearchedFields.email : field != SearchedFields.id
  }

  /// The best word of a customer for every part, into `best`.
  private func look(
    at row: SearchedRow,
    _ table: LooseTable,
    _ best: UnsafeMutableBufferPointer<LooseWord>
  ) {
    for part in parts.indices {
      best[part] = .none
      for (word, start) in zip(row.words, row.starts)
      where isLookedFor(part, in: start.field) {
        best[part].take(table.parts[part][word], word, field: start.field)
      }
    }
  }

  /// Lends room for the best word of each part.
  func withWords<Result>(
    _ body: (UnsafeMutableBufferPointer<LooseWord>) throws -> Result
  ) rethrows -> Result {
    try withUnsafeTemporaryAllocation(of: LooseWord.self, capacity: max(1, parts.count)) {
      $0.initialize(repeating: .none)
      return try body($0)
    }
  }

  /// How each term fits a customer, as typed or as it may be meant, into `matches`.
  func match(
    _ row: SearchedRow,
    _ matcher: SearchMatcher,
    _ table: LooseTable,
    _ best: UnsafeMutableBufferPointer<LooseWord>,
    _ matches: inout [TermMatch?]
  ) {
    var hasLooked = false
    for (index, term) in matcher.terms.enumerated() {
      matches[index] = matcher.match(term, in: row)
      guard matches[index] == nil, !terms[index].isEmpty else { continue }
      if !hasLooked { look(at: row, table, best) }
      hasLooked = true
      matches[index] = match(index, best)
    }
  }

  /// How one term fits a customer.
  func match(
    _ term: Int,
    _ row: SearchedRow,
    _ matcher: SearchMatcher,
    _ table: LooseTable,
    _ best: UnsafeMutableBufferPointer<LooseWord>
  ) -> TermMatch? {
    if let typed = matcher.match(matcher.terms[term], in: row) { return typed }
    guard !terms[term].isEmpty else { return nil }
    look(at: row, table, best)
    return match(term, best)
  }

  /// How a term fits by the words that were found for its parts; nil where one has none.
  @inline(__always)
  private func match(_ term: Int, _ best: UnsafeMutableBufferPointer<LooseWord>) -> TermMatch? {
    guard var weakest = terms[term].first.map({ best[$0] }) else { return nil }
    for part in terms[term] where weakest.match < best[part].match { weakest = best[part] }
    guard weakest.match != .none else { return nil }
    return TermMatch(weakest)
  }
}

/// The word of a customer that is most like a part of a query.
struct LooseWord {
  var match: LooseMatch
  var word: Vocabulary.Word
  var field: UInt8

  static let none = LooseWord(match: .none, word: 0, field: 0)

  /// Takes another word where that is more like the part, or as much in an earlier field; addresses
  /// do not sound.
  @inline(__always)
  mutating func take(_ other: LooseMatch, _ word: Vocabulary.Word, field: UInt8) {
    guard other != .none, other <= match, field != SearchedFields.email || !other.isSound else {
      return
    }
    if other == match, field >= self.field { return }
    self = LooseWord(match: other, word: word, field: field)
  }
}

extension TermMatch {
  init(_ word: LooseWord) {
    // The same words as typed, but apart, may be another's: never certain.
    let match = max(word.match, .apart)
    self.init(
      quality: match.quality,
      field: word.field,
      isWhole: false,
      length: 0,
      word: word.word,
      isBeginning: !match.isWholeWord,
      distance: match.distance
    )
  }
}
