/// The layout of one customer's searched text: fields behind one another, folded, in one run of bytes.
///
/// A field is `mark, number + 1, space`, its words separated by spaces, and behind `variants` other
/// ways to write some of them. Words begin behind a byte that is no letter or digit, so that "lena"
/// finds "anna-lena" and "example" finds an e-mail's domain.
enum SearchText {
  static let mark: UInt8 = 0x02
  static let variants: UInt8 = 0x03
  static let space: UInt8 = 0x20

  /// Whether a byte is part of a word.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26
  }

  /// Appends a field that has these values.
  static func append(
    field: UInt8,
    _ values: [UnsafeBufferPointer<UInt8>],
    isName: Bool,
    to text: inout [UInt8]
  ) {
    text += [mark, field &+ 1, space]
    let start = text.count
    var others: [UInt8] = []
    for value in values {
      let first = text.count
      let hasTwoSpellings = Folding.fold(value, into: &text)
      if hasTwoSpellings {
        others.append(space)
        Folding.fold(value, .long, into: &others)
      }
      appendVariants(of: text[first...], isName: isName, to: &others)
      if text.count > first { text.append(space) }
    }
    if text.count > start, text.last == space { text.removeLast() }
    if !others.isEmpty {
      text.append(variants)
      text += others
    }
  }

  /// Other ways to write the words of a folded value: without what stands between letters
  /// ("o'brien", "c-0042"), and for names an umlaut that was spelt out ("mueller") as one letter.
  private static func appendVariants(
    of value: ArraySlice<UInt8>,
    isName: Bool,
    to others: inout [UInt8]
  ) {
    var start = value.startIndex
    while start < value.endIndex {
      let end = value[start...].firstIndex(of: space) ?? value.endIndex
      let word = value[start..<end]
      start = end + 1
      if word.contains(where: { !isWord($0) }) {
        others.append(space)
        others += word.lazy.filter(isWord)
      } else if isName, let short = shortened(word) {
        others.append(space)
        others += short
      }
    }
  }

  /// A word with ae, oe and ue written a, o and u; nil where it has none.
  static func shortened(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    var short: [UInt8] = []
    var last: UInt8 = 0
    for byte in word {
      let isSecond = byte == UInt8(ascii: "e") && "aou".utf8.contains(last)
      if !isSecond { short.append(byte) }
      last = byte
    }
    return short.count < word.count ? short : nil
  }
}
