/// A vocabulary in the order of its words' bytes; a word may come twice.
struct OrderedVocabulary: Sendable {
  let vocabulary: Vocabulary
  /// The first eight bytes of each word, as a number.
  private let keys: [UInt64]
  let words: [Vocabulary.Word]
  private let isGuessable: [Bool]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let unordered = vocabulary.leadingBytes
    var order = RadixSort.order(of: unordered)
    Self.settleTies(&order, unordered, vocabulary)
    keys = order.map { unordered[Int($0)] }
    words = order
    var flags = [Bool](repeating: false, count: vocabulary.count)
    for word in vocabulary.guessable { flags[Int(word)] = true }
    isGuessable = flags
  }

  /// Orders words that begin with the same eight bytes.
  private static func settleTies(
    _ order: inout [Vocabulary.Word],
    _ keys: [UInt64],
    _ vocabulary: Vocabulary
  ) {
    vocabulary.bytes.withUnsafeBufferPointer { bytes in
      vocabulary.ends.withUnsafeBufferPointer { ends in
        func rest(_ word: Vocabulary.Word) -> UnsafeBufferPointer<UInt8> {
          let (start, end) = (Int(ends[Int(word)]), Int(ends[Int(word) + 1]))
          return UnsafeBufferPointer(rebasing: bytes[min(start + 8, end)..<end])
        }
        var first = 0
        while first < order.count {
          let key = keys[Int(order[first])]
          var end = first + 1
          while end < order.count, keys[Int(order[end])] == key { end += 1 }
          // A word of fewer bytes comes before one that goes on.
          if end > first + 1, key & 0xFF != 0 {
            order[first..<end].sort { rest($0).lexicographicallyPrecedes(rest($1)) }
          }
          first = end
        }
      }
    }
  }

  /// A place in the order, without counting references; alive as long as the closure.
  struct Cursor {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let ends: UnsafeBufferPointer<UInt32>
    fileprivate let keys: UnsafeBufferPointer<UInt64>
    fileprivate let words: UnsafeBufferPointer<Vocabulary.Word>
    fileprivate let flags: UnsafeBufferPointer<Bool>
    fileprivate var position = 0

    var isAtEnd: Bool { position == words.count }
    var key: UInt64 { keys[position] }
    var number: Vocabulary.Word { words[position] }
    var isGuessable: Bool { flags[Int(number)] }
    var word: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[Int(ends[Int(number)])..<Int(ends[Int(number) + 1])])
    }

    mutating func advance() { position += 1 }
  }

  /// Hands out a cursor for each.
  static func withCursors(_ parts: [OrderedVocabulary], _ body: (inout [Cursor]) -> Void) {
    func add(_ number: Int, to cursors: [Cursor]) {
      guard number < parts.count else {
        var cursors = cursors
        return body(&cursors)
      }
      let part = parts[number]
      part.vocabulary.bytes.withUnsafeBufferPointer { bytes in
        part.vocabulary.ends.withUnsafeBufferPointer { ends in
          part.keys.withUnsafeBufferPointer { keys in
            part.words.withUnsafeBufferPointer { words in
              part.isGuessable.withUnsafeBufferPointer { flags in
                let cursor = Cursor(
                  bytes: bytes,
                  ends: ends,
                  keys: keys,
                  words: words,
                  flags: flags
                )
                add(number + 1, to: cursors + [cursor])
              }
            }
          }
        }
      }
    }
    add(0, to: [])
  }
}

extension Vocabulary {
  /// The first eight bytes of each word as a number; words that differ in them are ordered as these.
  fileprivate var leadingBytes: [UInt64] {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        (0..<count).map { word in
          let (start, end) = (Int(ends[word]), Int(ends[word + 1]))
          var key: UInt64 = 0
          for position in start..<start + 8 {
            key = key << 8 | (position < end ? UInt64(bytes[position]) : 0)
          }
          return key
        }
      }
    }
  }
}
