/// Which beginnings of words a text has, in two small sets that may also say yes by chance.
///
/// Looking at 16 bytes a customer instead of its text rules out nearly all of them.
struct SearchSignature: Sendable, Equatable {
  /// Of the first two bytes of each word, and of the first three.
  private var pairs: UInt64 = 0
  private var triples: UInt64 = 0

  init() {}

  /// Of the word that a query asks for; the shorter it is, the more texts have it.
  init(prefix word: [UInt8]) {
    if word.count >= 3 {
      insert(word[0], word[1], word[2])
    } else if word.count == 2 {
      insert(word[0], word[1], 0)
      triples = 0
    }
  }

  mutating func insert(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
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
