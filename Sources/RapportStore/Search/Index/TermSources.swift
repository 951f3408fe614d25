import RapportCore

/// Where the rows are that a term of a query may fit as it was typed: those with one of its numbers,
/// and those that have all of its words.
struct TermSources {
  let numbers: [NumberSource]
  /// For each word its spellings.
  let words: [[WordSource]]

  init(_ term: SearchPlan.Term, _ matcher: SearchMatcher, _ view: SearchIndex.View) {
    numbers = term.digits.map { NumberSource($0, matcher, view) }
    words = term.words.map { word in
      let spellings = matcher.words[word]
      return spellings.map { WordSource($0, of: spellings, matcher, view) }
    }
  }

  /// The spellings of that of its words which the fewest rows have.
  var rarest: [WordSource] {
    words.min { Self.postings($0) < Self.postings($1) } ?? []
  }

  /// So many rows at most.
  var size: Int { numbers.reduce(0) { $0 + $1.positions.count } + Self.postings(rarest) }

  private static func postings(_ spellings: [WordSource]) -> Int {
    spellings.reduce(0) { $0 + $1.size }
  }

  /// Whether a row fits exactly where one of the sources names it.
  var isPlain: Bool {
    words.count <= 1 && numbers.allSatisfy(\.isPlain)
      && words.allSatisfy { $0.allSatisfy(\.isPlain) }
  }

  /// Adds the rows that the sources name.
  func insert(into rows: inout RowSet, _ view: SearchIndex.View) {
    for source in numbers {
      for position in source.positions { rows.insert(source.row(position, view)) }
    }
    for source in rarest { source.forEachRow(view) { rows.insert($0) } }
  }

  /// False where a row with these words cannot fit.
  @inline(__always)
  func mayFit(_ own: UnsafeBufferPointer<UInt32>) -> Bool {
    !numbers.isEmpty || haveAllWords(own)
  }

  /// Whether some words may be all of the term's.
  @inline(__always)
  func haveAllWords(_ own: UnsafeBufferPointer<UInt32>) -> Bool {
    for spellings in words {
      var isThere = false
      search: for source in spellings {
        for word in own where source.words.contains(Int(word)) {
          isThere = true
          break search
        }
      }
      if !isThere { return false }
    }
    return !words.isEmpty
  }
}
