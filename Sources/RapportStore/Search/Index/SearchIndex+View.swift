extension SearchIndex {
  /// The sections as numbers; alive as long as the closure that it is handed to.
  ///
  /// What they say of one another is checked where it is used, because the file may be damaged: a range
  /// that is none is an empty one.
  struct View {
    let rowCount: Int
    let wordCount: Int
    let headsFrom: Int
    let text: UnsafeBufferPointer<UInt8>
    let textEnds: UnsafeBufferPointer<UInt64>
    let starts: UnsafeBufferPointer<WordStart>
    let words: UnsafeBufferPointer<UInt32>
    let startEnds: UnsafeBufferPointer<UInt32>
    let phones: UnsafeBufferPointer<UInt8>
    let phoneEnds: UnsafeBufferPointer<UInt32>
    let names: UnsafeBufferPointer<NameShape>
    let vocabulary: UnsafeBufferPointer<UInt8>
    let vocabularyEnds: UnsafeBufferPointer<UInt32>
    let postingEnds: UnsafeBufferPointer<UInt32>
    let postingRows: UnsafeBufferPointer<UInt32>
    let postingPlaces: UnsafeBufferPointer<WordPlace>
    let guessable: UnsafeBufferPointer<UInt32>
    /// The first eight bytes of each that may be guessed, as a number.
    let guessKeys: UnsafeBufferPointer<UInt64>
    let soundKeys: UnsafeBufferPointer<UInt64>
    let soundWords: UnsafeBufferPointer<UInt32>
    let forwards: UnsafeBufferPointer<UInt64>
    let forwardRows: UnsafeBufferPointer<UInt32>
    let backwards: UnsafeBufferPointer<UInt64>
    let backwardRows: UnsafeBufferPointer<UInt32>
    let heads: UnsafeBufferPointer<UInt8>
    let headEnds: UnsafeBufferPointer<UInt32>
    let headCounts: UnsafeBufferPointer<UInt32>
    let headRowEnds: UnsafeBufferPointer<UInt32>
    let headRows: UnsafeBufferPointer<UInt32>

    /// What is searched of a row.
    @inline(__always)
    func row(_ row: Int) -> SearchedRow {
      let tokens = Self.range(startEnds, row, within: starts.count)
      return SearchedRow(
        text: UnsafeBufferPointer(rebasing: text[Self.range(textEnds, row, within: text.count)]),
        starts: UnsafeBufferPointer(rebasing: starts[tokens]),
        words: UnsafeBufferPointer(rebasing: words[tokens]),
        phones: UnsafeBufferPointer(
          rebasing: phones[Self.range(phoneEnds, row, within: phones.count)]
        )
      )
    }

    /// The words of a row, by number.
    @inline(__always)
    func words(of row: Int) -> UnsafeBufferPointer<UInt32> {
      UnsafeBufferPointer(rebasing: words[Self.range(startEnds, row, within: words.count)])
    }

    @inline(__always)
    func name(of row: Int) -> UnsafeBufferPointer<UInt8> {
      SearchText.name(
        UnsafeBufferPointer(rebasing: text[Self.range(textEnds, row, within: text.count)])
      )
    }

    /// A word of the vocabulary.
    @inline(__always)
    func word(_ word: Int) -> UnsafeBufferPointer<UInt8> {
      let range = Self.range(vocabularyEnds, word, within: vocabulary.count)
      return UnsafeBufferPointer(rebasing: vocabulary[range])
    }

    /// Where the rows of some words are.
    @inline(__always)
    func postings(of words: Range<Int>) -> Range<Int> {
      let (start, end) = (Int(postingEnds[words.lowerBound]), Int(postingEnds[words.upperBound]))
      return start <= end && end <= postingRows.count ? start..<end : 0..<0
    }

    /// The words that begin with some bytes.
    func words(beginningWith prefix: UnsafeBufferPointer<UInt8>) -> Range<Int> {
      let first = firstWord { Self.compare($0, prefix) >= 0 }
      let end = firstWord { Self.compare($0, prefix) > 0 && !$0.starts(with: prefix) }
      return first..<max(first, end)
    }

    /// The word itself; nil where nobody has it.
    func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      let first = firstWord { Self.compare($0, bytes) >= 0 }
      return first < wordCount && Self.compare(word(first), bytes) == 0 ? first : nil
    }

    private func firstWord(_ holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
      var (low, high) = (0, wordCount)
      while low < high {
        let middle = (low + high) / 2
        if holds(word(middle)) { high = middle } else { low = middle + 1 }
      }
      return low
    }

    /// The positions of the keys in a range, among keys in order.
    func positions(
      _ keys: UnsafeBufferPointer<UInt64>,
      _ wanted: ClosedRange<UInt64>
    ) -> Range<Int> {
      func first(_ holds: (UInt64) -> Bool) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
          let middle = (low + high) / 2
          if holds(keys[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
      }
      return first { $0 >= wanted.lowerBound }..<first { $0 > wanted.upperBound }
    }

    /// How many rows have a beginning that very many have, and the best of them.
    func head(
      _ kind: PrefixHeads.Kind,
      _ prefix: UnsafeBufferPointer<UInt8>
    ) -> (count: Int, rows: UnsafeBufferPointer<UInt32>)? {
      var (low, high) = (0, headCounts.count)
      func key(_ head: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: heads[Self.range(headEnds, head, within: heads.count)])
      }
      func order(_ head: Int) -> Int {
        let key = key(head)
        guard let first = key.first, first == kind.rawValue else {
          return Int(key.first ?? 0) - Int(kind.rawValue)
        }
        return Self.compare(UnsafeBufferPointer(rebasing: key.dropFirst()), prefix)
      }
      while low < high {
        let middle = (low + high) / 2
        if order(middle) < 0 { low = middle + 1 } else { high = middle }
      }
      guard low < headCounts.count, order(low) == 0 else { return nil }
      let rows = Self.range(headRowEnds, low, within: headRows.count)
      return (Int(headCounts[low]), UnsafeBufferPointer(rebasing: headRows[rows]))
    }

    @inline(__always)
    private static func range(
      _ ends: UnsafeBufferPointer<some FixedWidthInteger>,
      _ position: Int,
      within count: Int
    ) -> Range<Int> {
      guard position >= 0, position + 1 < ends.count else { return 0..<0 }
      let (start, end) = (
        Int(truncatingIfNeeded: ends[position]), Int(truncatingIfNeeded: ends[position + 1])
      )
      return start >= 0 && start <= end && end <= count ? start..<end : 0..<0
    }

    /// Less than 0 where the left one comes first, 0 where they are the same.
    private static func compare(
      _ left: UnsafeBufferPointer<UInt8>,
      _ right: UnsafeBufferPointer<UInt8>
    ) -> Int {
      for index in 0..<min(left.count, right.count) where left[index] != right[index] {
        return Int(left[index]) - Int(right[index])
      }
      return left.count - right.count
    }
  }
}
