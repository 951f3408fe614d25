/// Which rows have each word, and where in them.
struct Postings: Sendable {
  /// Where those of each word end.
  private(set) var ends: [UInt32]
  private(set) var rows: [UInt32]
  private(set) var places: [WordPlace]

  /// Of the words of all rows, which are `count` different ones.
  ///
  /// Cost: two passes over all words, the second on several processors, each for a share of the words.
  init(_ all: IndexedRows, words count: Int, workers: Int) async {
    var ends = [UInt32](repeating: 0, count: count + 1)
    for word in all.words.numbers { ends[Int(word) + 1] += 1 }
    for word in 0..<count { ends[word + 1] += ends[word] }
    self.ends = ends
    let bounds = Self.shares(ends, workers)
    let made = await withTaskGroup(of: (Int, [UInt32], [WordPlace]).self) { group in
      for (number, share) in bounds.enumerated() {
        group.addTask { [ends] in
          let (rows, places) = Self.scatter(all, share, ends)
          return (number, rows, places)
        }
      }
      var made = [([UInt32], [WordPlace])](repeating: ([], []), count: bounds.count)
      for await (number, rows, places) in group { made[number] = (rows, places) }
      return made
    }
    rows = Array(made.map(\.0).joined())
    places = Array(made.map(\.1).joined())
  }

  /// Ranges of words that have about the same number of rows.
  private static func shares(_ ends: [UInt32], _ workers: Int) -> [Range<Int>] {
    let total = Int(ends.last ?? 0)
    var bounds = [0]
    for share in 1..<max(2, workers) {
      let wanted = total * share / max(1, workers)
      bounds.append(max(bounds[share - 1], ends.partitioningIndex { Int($0) >= wanted }))
    }
    if workers < 2 { bounds = [0] }
    bounds.append(ends.count - 1)
    return zip(bounds, bounds.dropFirst()).map { min($0, $1)..<$1 }
  }

  private static func scatter(
    _ all: IndexedRows,
    _ share: Range<Int>,
    _ ends: [UInt32]
  ) -> ([UInt32], [WordPlace]) {
    let base = Int(ends[share.lowerBound])
    let count = Int(ends[share.upperBound]) - base
    var next = Array(ends[share.lowerBound..<share.upperBound])
    var places = [WordPlace](repeating: WordPlace(bits: 0), count: count)
    let rows = [UInt32](unsafeUninitializedCapacity: count) { rows, filled in
      next.withUnsafeMutableBufferPointer { next in
        places.withUnsafeMutableBufferPointer { places in
          all.words.numbers.withUnsafeBufferPointer { words in
            all.words.starts.withUnsafeBufferPointer { starts in
              var token = 0
              for row in 0..<all.count {
                let end = Int(all.words.ends[row + 1])
                while token < end {
                  let word = Int(words[token]) &- share.lowerBound
                  if word >= 0, word < share.count {
                    let position = Int(next[word]) &- base
                    next[word] &+= 1
                    rows[position] = UInt32(truncatingIfNeeded: row)
                    places[position] = starts[token].place
                  }
                  token += 1
                }
              }
            }
          }
        }
      }
      filled = count
    }
    return (rows, places)
  }
}
