/// The best word of every customer of a shard for each part of a query.
struct LooseWords {
  private let parts: Int
  private let terms: [Range<Int>]
  /// Row by row, part by part.
  private var best: [LooseWord]

  /// Looks at the words of the shard, and then only at those who have one that is of use.
  init(_ plan: LoosePlan, _ shard: CustomerShard) {
    parts = plan.parts
    terms = plan.terms
    best = [LooseWord](repeating: .none, count: shard.count * plan.parts)
    let postings = shard.postings
    for (number, word) in postings.words.enumerated() {
      for part in 0..<parts {
        let match = plan.matches[Int(word) &* parts &+ part]
        if match == .none { continue }
        for index in postings.ends[number]..<postings.ends[number + 1] {
          let entry = postings.entries[index]
          best[entry.row &* parts &+ part].take(match, word, field: entry.field)
        }
      }
    }
  }

  /// All of them, without counting references; alive as long as the closure.
  struct Rows {
    fileprivate let parts: Int
    fileprivate let terms: UnsafeBufferPointer<Range<Int>>
    fileprivate let best: UnsafeMutableBufferPointer<LooseWord>

    /// Whether a row has a word for the first part of a term.
    @inline(__always)
    func mayFit(_ term: Int, _ row: Int) -> Bool {
      !terms[term].isEmpty && best[row &* parts &+ terms[term].lowerBound].match != .none
    }

    /// The words of a row, by part.
    @inline(__always)
    subscript(row: Int) -> UnsafeMutableBufferPointer<LooseWord> {
      UnsafeMutableBufferPointer(rebasing: best[row &* parts..<(row + 1) &* parts])
    }
  }

  func withRows<Result>(_ body: (Rows) -> Result) -> Result {
    var best = best
    return terms.withUnsafeBufferPointer { terms in
      best.withUnsafeMutableBufferPointer { body(Rows(parts: parts, terms: terms, best: $0)) }
    }
  }
}
