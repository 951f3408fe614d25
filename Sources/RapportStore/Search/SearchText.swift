import RapportCore

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

  /// Writes one field, value by value; nothing where it has none.
  struct FieldWriter {
    private let field: UInt8
    private var hasBegun = false

    init(_ field: UInt8) { self.field = field }

    /// Appends a value to the text; `others` gathers further spellings until the end.
    mutating func append(
      _ value: UnsafeBufferPointer<UInt8>,
      to text: inout [UInt8],
      _ others: inout [UInt8]
    ) {
      if hasBegun {
        if text.last != mark, text.last != space { text.append(space) }
      } else {
        others.removeAll(keepingCapacity: true)
        text.append(mark)
        text.append(field &+ 1)
        text.append(space)
        hasBegun = true
      }
      let first = text.count
      let hasTwoSpellings = Folding.fold(value, into: &text)
      if hasTwoSpellings {
        others.append(space)
        let long = others.count
        Folding.fold(value, .long, into: &others)
        let spelt = Array(others[long...])
        if field != SearchedFields.email {
          spelt.withUnsafeBufferPointer { appendVariants(of: $0, false, to: &others) }
        }
        // Only kana have a third, and begin with one of these bytes.
        if value.contains(where: { $0 == 0xE3 || $0 == 0xEF }) {
          var full: [UInt8] = []
          Folding.fold(value, .full, into: &full)
          if spelt != full { others += [space] + full }
        }
      }
      let isName = field == SearchedFields.name || field == SearchedFields.company
      text.withUnsafeBufferPointer {
        let folded = UnsafeBufferPointer(rebasing: $0[first...])
        if field != SearchedFields.email { appendVariants(of: folded, isName, to: &others) }
        if field == SearchedFields.id { appendNumber(of: folded, to: &others) }
      }
    }

    mutating func end(_ text: inout [UInt8], _ others: inout [UInt8]) {
      guard hasBegun else { return }
      if text.last == space, text.count > 3, text[text.count - 3] != mark { text.removeLast() }
      guard !others.isEmpty else { return }
      text.append(variants)
      text.append(contentsOf: others)
    }
  }

  /// The text of a field that has one value.
  static func text(field: UInt8, _ value: [UInt8]) -> [UInt8] {
    var (text, others): ([UInt8], [UInt8]) = ([], [])
    var writer = FieldWriter(field)
    value.withUnsafeBufferPointer { writer.append($0, to: &text, &others) }
    writer.end(&text, &others)
    return text
  }

  /// Other ways to write the words of a folded value: without what stands between letters
  /// ("o'brien", "c-0042"), and for names an umlaut that was spelt out ("mueller") as one letter.
  private static func appendVariants(
    of value: UnsafeBufferPointer<UInt8>,
    _ isName: Bool,
    to others: inout [UInt8]
  ) {
    var start = 0
    while start < value.count {
      var end = start
      var isPlain = true
      var hasSecond = false
      while end < value.count, value[end] != space {
        if !isWord(value[end]) { isPlain = false }
        if end > start, isSecond(value[end], after: value[end - 1]) { hasSecond = true }
        end += 1
      }
      if !isPlain {
        others.append(space)
        for byte in value[start..<end] where isWord(byte) { others.append(byte) }
      } else if isName, hasSecond {
        others.append(space)
        var last: UInt8 = 0
        for byte in value[start..<end] {
          if !isSecond(byte, after: last) { others.append(byte) }
          last = byte
        }
      }
      start = end + 1
    }
  }

  /// The last digits of an id without zeros in front: people leave them out.
  private static func appendNumber(
    of id: UnsafeBufferPointer<UInt8>,
    to others: inout [UInt8]
  ) {
    var first = id.count
    while first > 0, id[first - 1] &- 0x30 < 10 { first -= 1 }
    guard first > 0, first < id.count else { return }
    var number = first
    while number < id.count, id[number] == 0x30 { number += 1 }
    guard number < id.count, number > first || isWord(id[first - 1]) else { return }
    others.append(space)
    for byte in id[number...] { others.append(byte) }
  }

  /// Whether a letter may only tell that the one before has an umlaut.
  @inline(__always)
  private static func isSecond(_ byte: UInt8, after last: UInt8) -> Bool {
    byte == UInt8(ascii: "e")
      && (last == UInt8(ascii: "a") || last == UInt8(ascii: "o") || last == UInt8(ascii: "u"))
  }

  /// A word with ae, oe and ue written a, o and u; nil where it has none.
  static func shortened(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    var short: [UInt8] = []
    var last: UInt8 = 0
    for byte in word {
      if !isSecond(byte, after: last) { short.append(byte) }
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
