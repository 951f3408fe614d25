/// Where a word begins in a customer's text, in which field, and with which byte.
struct WordStart: Sendable, Equatable {
  private var bits: UInt32

  private init(first: UInt8, place: WordPlace, offset: Int) {
    bits = UInt32(first) | UInt32(place.bits) << 8 | UInt32(offset) << 16
  }

  var first: UInt8 { UInt8(truncatingIfNeeded: bits) }
  var place: WordPlace { WordPlace(bits: UInt8(truncatingIfNeeded: bits >> 8)) }
  var field: UInt8 { place.field }
  var offset: Int { Int(bits >> 16) }

  /// Hands out where each word of a text begins and ends.
  ///
  /// What stands behind the first 65,535 bytes is not searched.
  @inline(__always)
  static func forEach(
    in text: UnsafeBufferPointer<UInt8>,
    _ body: (_ start: WordStart, _ end: Int) -> Void
  ) {
    var field: UInt8 = 0
    var position = 0
    let end = min(text.count, 65_535)
    while position < end {
      let byte = text[position]
      if byte == SearchText.mark, position + 2 < text.count {
        field = text[position + 1] &- 1
        position += 3
        continue
      }
      guard SearchText.isWord(byte) else {
        position += 1
        continue
      }
      let start = position
      while position < text.count, SearchText.isWord(text[position]) { position += 1 }
      let isFirst = start == 0 || text[start - 1] <= SearchText.space
      let isLast = position == text.count || text[position] <= SearchText.space
      let place = WordPlace(field: field, isFirst: isFirst, isAlone: isFirst && isLast)
      body(WordStart(first: byte, place: place, offset: start), position)
    }
  }
}
