/// A text whose scalars are a letter each, whatever stands around them, so that it can be cut by its bytes.
///
/// Those are the letters of European languages and their punctuation, without line ends of two characters;
/// finding the letters of other texts takes far longer.
struct PlainText {
  private let bytes: [UInt8]

  /// Nil where the text has other letters.
  init?(_ text: String) {
    bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      guard let length = bytes.withUnsafeBufferPointer({ Self.length($0, place) }) else {
        return nil
      }
      place += length
    }
  }

  /// The bytes of a plain scalar; nil where it is none.
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    func byte(_ offset: Int) -> UInt8 {
      place + offset < bytes.count ? bytes[place + offset] : 0
    }
    switch bytes[place] {
    case 0x0D: return nil
    case ..<0x80: return 1
    // Without U+0080 to U+009F, and the soft hyphen.
    case 0xC2: return byte(1) >= 0xA0 && byte(1) != 0xAD ? 2 : nil
    case 0xC3...0xCB: return 2
    case 0xE2:
      if byte(1) == 0x80, (0x90...0xA7).contains(byte(2)) { return 3 }
      return byte(1) == 0x82 && byte(2) == 0xAC ? 3 : nil
    default: return nil
    }
  }

  /// How many words a text of one paragraph has; nil where it is not plain, or has a blank line.
  static func words(ofParagraph text: String) -> Int? {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var (words, place, isInWord, isAtBreak) = (0, 0, false, false)
      while place < bytes.count {
        guard let length = length(bytes, place) else { return nil }
        let isBreak = isBreak(bytes[place])
        if isBreak, isAtBreak { return nil }
        isAtBreak = isBreak
        let isSpace = isSpace(bytes[place]) || isHardSpace(bytes, place)
        if !isSpace, !isInWord { words += 1 }
        isInWord = !isSpace
        place += length
      }
      return words
    } ?? nil
  }

  var words: Int {
    bytes.withUnsafeBufferPointer { bytes in
      var (words, isInWord) = (0, false)
      for place in bytes.indices where bytes[place] & 0xC0 != 0x80 {
        let isSpace = Self.isSpace(bytes[place]) || Self.isHardSpace(bytes, place)
        if !isSpace, !isInWord { words += 1 }
        isInWord = !isSpace
      }
      return words
    }
  }

  /// The text cut behind some spaces, and what is left after the last of them.
  func pieces(_ cut: SpanSplitter.Cut) -> (whole: [String], rest: String?) {
    var whole: [String] = []
    var start = 0
    for end in ends(cut) {
      whole.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end
    }
    return (
      whole, start < bytes.count ? String(decoding: bytes[start...], as: UTF8.self) : nil
    )
  }

  /// The places behind the spaces at which to cut.
  private func ends(_ cut: SpanSplitter.Cut) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var ends: [Int] = []
      var lastSpace = 0
      for place in bytes.indices.dropFirst() {
        let isHard = Self.isHardSpace(bytes, place)
        guard isHard || Self.isSpace(bytes[place]) else { continue }
        let next = place + (isHard ? 2 : 1)
        let isEnd =
          switch cut {
          case .paragraphs:
            Self.isBreak(bytes[place]) && Self.isBreak(bytes[place - 1])
              && !(next < bytes.count && Self.isBreak(bytes[next]))
          case .sentences(let language):
            isSentenceEnd(bytes, lastSpace..<next, place, language)
          }
        if isEnd { ends.append(next) }
        lastSpace = place
      }
      return ends
    }
  }

  /// `window` is from the space before, or the start, to behind the space at `place`.
  private func isSentenceEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ window: Range<Int>,
    _ place: Int,
    _ language: String
  ) -> Bool {
    switch bytes[place - 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."): break
    // An ellipsis is E2 80 A6.
    case 0xA6 where place >= 3 && bytes[place - 3] == 0xE2 && bytes[place - 2] == 0x80: break
    default: return false
    }
    let letters = Array(String(decoding: bytes[window], as: UTF8.self))
    let rest = bytes[window.upperBound...].prefix(3)
    return SpanSplitter.isSentenceEnd(
      letters[...],
      Array(String(decoding: rest, as: UTF8.self).prefix(1))[...],
      language
    )
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { (0x0A...0x0C).contains(byte) }

  /// U+00A0.
  private static func isHardSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    bytes[place] == 0xC2 && place + 1 < bytes.count && bytes[place + 1] == 0xA0
  }
}
