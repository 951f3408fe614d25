import RapportCore

/// What each word of the customers could be meant for in a query, worked out once for all of them.
struct LoosePlan: Sendable {
  /// The parts of each term; none where it is only taken as typed.
  let terms: [Range<Int>]
  let parts: Int
  /// For each word of the vocabulary its match with every part, behind one another.
  let matches: [LooseMatch]
  /// The first spelling of each term, folded, with spaces between.
  let text: [UInt8]
  /// Whether anything but what was typed can be found.
  var isOfUse: Bool { parts > 0 || terms.count > 1 }

  init(_ query: SearchQuery, _ vocabulary: Vocabulary) {
    var parts: [LoosePart] = []
    var terms: [Range<Int>] = []
    for (number, term) in query.terms.enumerated() {
      let isLast = query.isUnfinished && number == query.terms.count - 1
      let own = term.looseParts(isUnfinished: isLast)
      terms.append(parts.count..<parts.count + own.count)
      parts += own
    }
    self.terms = terms
    self.parts = parts.count
    text = Array(
      query.terms.flatMap(\.words).compactMap(\.spellings.first?.bytes)
        .joined(separator: [SearchText.space])
    )
    matches = vocabulary.matches(of: parts)
  }

  /// The best word of a customer for every part, into `best`.
  func look(at row: SearchedRow, _ best: UnsafeMutableBufferPointer<LooseWord>) {
    for part in 0..<parts { best[part] = .none }
    for (word, start) in zip(row.words, row.starts) {
      for part in 0..<parts {
        best[part].take(matches[Int(word) * parts + part], word, field: start.field)
      }
    }
  }

  /// How a term fits by the words that were found for its parts; nil where one has none.
  @inline(__always)
  func match(_ term: Int, _ best: UnsafeMutableBufferPointer<LooseWord>) -> TermMatch? {
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

  static let none = LooseWord(match: .none, word: Vocabulary.nothing, field: 0)

  /// Takes another word where that is more like the part, or as much in an earlier field; addresses
  /// do not sound.
  @inline(__always)
  mutating func take(_ other: LooseMatch, _ word: Vocabulary.Word, field: UInt8) {
    guard other <= match, field != SearchedFields.email || !other.isSound else { return }
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
