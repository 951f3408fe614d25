/// Which beginnings of words a text has, in two small sets that may also say yes by chance.
///
/// Looking at 16 bytes a customer instead of its text rules out nearly all of them.
struct SearchSignature: Sendable, Equatable {
  /// Of the first two bytes of each word, and of the first three.
  private var pairs: UInt64 = 0
  private var triples: UInt64 = 0

  /// Of all words in a customer's text.
  init(of text: UnsafeBufferPointer<UInt8>) {
    var isInWord = false
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == SearchText.mark {
        position += 2
        isInWord = false
        continue
      }
      let isWord = SearchText.isWord(byte)
      if isWord, !isInWord {
        let second = position + 1 < text.count ? text[position + 1] : 0
        let third = position + 2 < text.count ? text[position + 2] : 0
        insert(byte, second, third)
      }
      isInWord = isWord
      position += 1
    }
  }

  /// Of the word that a query asks for; the shorter it is, the more texts have it.
  init(prefix word: [UInt8]) {
    if word.count >= 3 {
      insert(word[0], word[1], word[2])
    } else if word.count == 2 {
      insert(word[0], word[1], 0)
      triples = 0
    }
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    let pair = (UInt32(first) << 8 | UInt32(second)) &* 0x9E37_79B1
    let triple = (pair ^ UInt32(third)) &* 0x85EB_CA6B
    pairs |= 1 << UInt64(pair >> 26)
    triples |= 1 << UInt64(triple >> 26)
  }

  /// Whether the text may have all that the other asks for.
  @inline(__always)
  func mayContain(_ other: SearchSignature) -> Bool {
    pairs & other.pairs == other.pairs && triples & other.triples == other.triples
  }
}
