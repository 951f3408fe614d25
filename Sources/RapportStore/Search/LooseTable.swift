/// Which words of a vocabulary each part of a query may be meant for, and how like they are.
///
/// Most words are like nothing: a bit tells so for each.
struct LooseTable: Sendable {
  /// The words of one part that are like it, ascending, and how like.
  struct Part: Sendable {
    fileprivate(set) var words: [Vocabulary.Word] = []
    fileprivate(set) var matches: [LooseMatch] = []
    fileprivate var bits: [UInt64]

    @inline(__always)
    subscript(word: Vocabulary.Word) -> LooseMatch {
      let place = Int(word >> 6)
      guard place < bits.count, bits[place] >> UInt64(word & 63) & 1 == 1 else { return .none }
      return match(word)
    }

    private func match(_ word: Vocabulary.Word) -> LooseMatch {
      var (low, high) = (0, words.count)
      while low < high {
        let middle = (low + high) / 2
        if words[middle] < word { low = middle + 1 } else { high = middle }
      }
      return matches[low]
    }
  }

  private(set) var parts: [Part]

  /// Looks at all words; `count` is how many the vocabulary has, with those that cannot be guessed.
  ///
  /// Cost: a comparison of letters and sounds for each word, a distance for those that may be near.
  init(_ wanted: [LoosePart], in view: GuessableWords.View, of count: Int) {
    parts = wanted.map { part in
      var found: [(Vocabulary.Word, LooseMatch)] = []
      for position in view.numbers.indices {
        let isNear = part.isNear(view.letters[position])
        let isAlike = part.sound.isLike(view.sounds[position])
        guard isNear || isAlike else { continue }
        let match = part.match(view.text(at: position), isNear: isNear, isAlike: isAlike)
        if match != .none { found.append((view.numbers[position], match)) }
      }
      return Part(found.sorted { $0.0 < $1.0 }, of: count)
    }
  }

  init(_ parts: [Part]) { self.parts = parts }
}

extension LooseTable.Part {
  /// Words of a vocabulary that has so many, ascending.
  init(_ found: [(Vocabulary.Word, LooseMatch)], of count: Int) {
    bits = Array(repeating: 0, count: count / 64 + 1)
    for (word, match) in found where Int(word) < count {
      words.append(word)
      matches.append(match)
      bits[Int(word >> 6)] |= 1 << UInt64(word & 63)
    }
  }
}
