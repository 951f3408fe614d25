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
    to text: inout [UInt8]
  ) {
    let isName = field == SearchedFields.name || field == SearchedFields.company
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
      if field != SearchedFields.email {
        appendVariants(of: text[first...], isName: isName, to: &others)
      }
      if field == SearchedFields.id { appendNumber(of: text[first...], to: &others) }
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

  /// The last digits of an id without zeros in front: people leave them out.
  private static func appendNumber(of id: ArraySlice<UInt8>, to others: inout [UInt8]) {
    guard let last = id.lastIndex(where: { $0 &- 0x30 >= 10 }), last < id.endIndex - 1 else {
      return
    }
    let number = id[(last + 1)...].drop { $0 == 0x30 }
    guard !number.isEmpty, number.startIndex > last + 1 || isWord(id[last]) else { return }
    others.append(space)
    others += number
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

  /// The name, which is the first field, without its other spellings; empty where there is none.
  static func name(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard text.count > 3, text[1] == SearchedFields.name + 1 else {
      return UnsafeBufferPointer(rebasing: text[..<0])
    }
    var end = 3
    while end < text.count, text[end] != mark, text[end] != variants { end += 1 }
    return UnsafeBufferPointer(rebasing: text[3..<end])
  }

  /// How many words a name has.
  static func words(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    name.isEmpty ? 0 : name.reduce(1) { $0 + ($1 == space ? 1 : 0) }
  }
}
