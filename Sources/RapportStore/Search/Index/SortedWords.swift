/// The words of several vocabularies, each once, ascending by their bytes.
struct SortedWords: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = [0]
  /// Those that may be meant by a word that is like them, ascending.
  private(set) var guessable: [UInt32] = []
  /// The first eight bytes of each of these, as a number.
  private(set) var guessKeys: [UInt64] = []
  /// For each vocabulary the number here of each of its words.
  private(set) var numbers: [[UInt32]]

  var count: Int { ends.count - 1 }

  subscript(word: UInt32) -> ArraySlice<UInt8> {
    bytes[Int(ends[Int(word)])..<Int(ends[Int(word) + 1])]
  }

  /// Merges vocabularies that are in order.
  init(_ parts: [OrderedVocabulary]) {
    numbers = parts.map { Array(repeating: 0, count: $0.words.count) }
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.vocabulary.bytes.count })
    ends.reserveCapacity(parts.reduce(1) { $0 + $1.words.count })
    OrderedVocabulary.withCursors(parts) { cursors in
      while let least = Self.least(cursors) {
        let (key, word) = (cursors[least].key, cursors[least].word)
        let number = UInt32(count)
        bytes.append(contentsOf: word)
        ends.append(UInt32(bytes.count))
        var isGuessable = false
        for index in least..<cursors.count {
          while !cursors[index].isAtEnd, cursors[index].key == key,
            cursors[index].word.elementsEqual(word)
          {
            numbers[index][Int(cursors[index].number)] = number
            isGuessable = isGuessable || cursors[index].isGuessable
            cursors[index].advance()
          }
        }
        if isGuessable {
          guessable.append(number)
          guessKeys.append(key)
        }
      }
    }
  }

  /// Which of them has the least word; nil where all are at their end.
  private static func least(_ cursors: [OrderedVocabulary.Cursor]) -> Int? {
    var least: Int?
    for index in cursors.indices where !cursors[index].isAtEnd {
      guard let known = least else {
        least = index
        continue
      }
      let (own, other) = (cursors[index].key, cursors[known].key)
      if own < other
        || own == other && cursors[index].word.lexicographicallyPrecedes(cursors[known].word)
      {
        least = index
      }
    }
    return least
  }
}
