/// Where a word begins in a customer's text, in which field, and with which byte.
struct WordStart: Sendable, Equatable {
  private var bits: UInt32

  private init(first: UInt8, field: UInt8, offset: Int) {
    bits = UInt32(first) | UInt32(field) << 8 | UInt32(offset) << 16
  }

  var first: UInt8 { UInt8(truncatingIfNeeded: bits) }
  var field: UInt8 { UInt8(truncatingIfNeeded: bits >> 8) }
  var offset: Int { Int(bits >> 16) }

  /// Appends where the words of a text begin, and answers which beginnings there are.
  ///
  /// What stands behind the first 65,535 bytes is not searched.
  static func append(
    of text: UnsafeBufferPointer<UInt8>,
    to starts: inout [WordStart]
  ) -> SearchSignature {
    var signature = SearchSignature()
    var field: UInt8 = 0
    var isInWord = false
    var position = 0
    let end = min(text.count, 65_535)
    while position < end {
      let byte = text[position]
      if byte == SearchText.mark {
        field = text[position + 1] &- 1
        position += 3
        isInWord = false
        continue
      }
      let isWord = SearchText.isWord(byte)
      if isWord, !isInWord {
        starts.append(WordStart(first: byte, field: field, offset: position))
        let second = position + 1 < text.count ? text[position + 1] : 0
        let third = position + 2 < text.count ? text[position + 2] : 0
        signature.insert(byte, second, third)
      }
      isInWord = isWord
      position += 1
    }
    return signature
  }

  /// The letters and digits that begin here.
  func word(in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var end = offset
    while end < text.count, SearchText.isWord(text[end]) { end += 1 }
    return UnsafeBufferPointer(rebasing: text[offset..<end])
  }
}
