/// How many words and bytes a folded name has: what ranking wants to know of it.
struct NameShape: Sendable, Equatable {
  private var bits: UInt16

  /// More of them count as so many.
  private static let mostWords = 15
  private static let longest = 4095

  init(_ name: UnsafeBufferPointer<UInt8>) {
    let words = min(SearchText.words(name), Self.mostWords)
    bits = UInt16(words << 12 | min(name.count, Self.longest))
  }

  var words: Int { Int(bits >> 12) }
  var length: Int { Int(bits & 0xFFF) }
}
