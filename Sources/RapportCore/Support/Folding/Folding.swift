/// Writes text the way it is searched and compared: without case, accents, width, and in Latin letters where there
/// is a standard way to spell a script in them.
///
/// Latin, Greek and Cyrillic become a to z; Chinese, Japanese and Korean are split into characters, all
/// kana as katakana, unless they are to be spelt; other scripts keep their letters and lose their
/// marks. White space and controls become single spaces, other punctuation stays.
package struct Folding: Sendable {
  /// How letters are written that have several spellings.
  package enum Form: Sendable {
    /// ä is a, and kana stay.
    case short
    /// ä is ae, and さとう sato.
    case long
    /// The same, but さとう is satou.
    case full
  }

  private static let latin = LatinSpelling.shared

  /// Appends the folded text; answers whether it has letters that can be spelt in a second way.
  @discardableResult
  package static func fold(
    _ text: UnsafeBufferPointer<UInt8>,
    _ form: Form = .short,
    into folded: inout [UInt8]
  ) -> Bool {
    let start = folded.count
    var hasTwoSpellings = false
    var position = foldPlain(text, into: &folded)
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        position += 1
        append(ascii: byte, to: &folded, start)
        continue
      }
      guard let (scalar, length) = decode(text, position) else {
        position += 1
        continue
      }
      position += length
      if scalar.value == 0x308, let long = longAfterDiaeresis(folded.last) {
        hasTwoSpellings = true
        if form != .short { folded.append(long) }
      } else if let long = LatinSpelling.long(scalar) {
        hasTwoSpellings = true
        folded += form == .short ? latin[scalar] ?? long : long
      } else if KanaSpelling.isKana(scalar) {
        hasTwoSpellings = true
        var kana = [scalar]
        while let (next, length) = decode(text, position), KanaSpelling.isKana(next) {
          kana.append(next)
          position += length
        }
        append(kana: kana, form, to: &folded, start)
      } else {
        append(scalar, to: &folded, start)
      }
    }
    if folded.count > start, folded.last == 0x20 { folded.removeLast() }
    return hasTwoSpellings
  }

  /// Folds up to the first byte that is not ASCII, and answers where that is.
  private static func foldPlain(
    _ text: UnsafeBufferPointer<UInt8>,
    into folded: inout [UInt8]
  ) -> Int {
    let start = folded.count
    folded.append(contentsOf: text)
    var (read, written) = (0, start)
    folded.withUnsafeMutableBufferPointer { folded in
      while read < text.count, text[read] < 0x80 {
        let byte = text[read]
        read += 1
        if byte > 0x20, byte != 0x7F {
          folded[written] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          written += 1
        } else if written > start, folded[written - 1] != 0x20 {
          folded[written] = 0x20
          written += 1
        }
      }
    }
    if read == text.count, written > start, folded[written - 1] == 0x20 { written -= 1 }
    folded.removeLast(folded.count - written)
    return read
  }

  /// The folded text of a string.
  package static func fold(_ text: some StringProtocol, _ form: Form = .short) -> [UInt8] {
    var folded: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { _ = fold($0, form, into: &folded) }
    return folded
  }

  @inline(__always)
  private static func append(ascii byte: UInt8, to folded: inout [UInt8], _ start: Int) {
    if byte &- 0x41 < 26 {
      folded.append(byte | 0x20)
    } else if byte > 0x20, byte != 0x7F {
      folded.append(byte)
    } else if folded.count > start, folded.last != 0x20 {
      folded.append(0x20)
    }
  }

  /// Every kana as a word, or all of them as one.
  private static func append(
    kana: [Unicode.Scalar],
    _ form: Form,
    to folded: inout [UInt8],
    _ start: Int
  ) {
    let katakana = KanaSpelling.katakana(kana)
    let words =
      form == .short
      ? katakana.map(KanaSpelling.bytes)
      : [KanaSpelling.latin(katakana, form == .long ? .short : .full)]
    for word in words where !word.isEmpty {
      append(ascii: 0x20, to: &folded, start)
      folded += word
      folded.append(0x20)
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8], _ start: Int) {
    if let letters = latin[scalar] {
      folded += letters
      return
    }
    switch scalar.value {
    case 0x0300...0x036F, 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F,
      0xFEFF:
      break
    case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      // Between the words of foreign names.
      0x30A0, 0x30FB, 0xFF65:
      append(ascii: 0x20, to: &folded, start)
    case 0x2018, 0x2019, 0x02BC, 0x00B4: folded.append(UInt8(ascii: "'"))
    case 0x2010...0x2015, 0x2212: folded.append(UInt8(ascii: "-"))
    case 0xFF01...0xFF5E: append(ascii: UInt8(scalar.value - 0xFEE0), to: &folded, start)
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      append(ascii: 0x20, to: &folded, start)
      folded += UTF8.encode(scalar).map(Array.init) ?? []
      folded.append(0x20)
    default:
      append(other: scalar, to: &folded)
    }
  }

  private static func append(other scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    let properties = scalar.properties
    if properties.generalCategory == .nonspacingMark { return }
    if properties.generalCategory == .decimalNumber, let value = properties.numericValue {
      folded.append(0x30 + UInt8(value))
    } else {
      folded += properties.lowercaseMapping.utf8
    }
  }

  /// The e of ae, oe and ue, where the umlaut is written as a letter and a mark.
  private static func longAfterDiaeresis(_ letter: UInt8?) -> UInt8? {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u"): UInt8(ascii: "e")
    default: nil
    }
  }

  /// The scalar at a position and how many bytes it has; nil where the bytes are no UTF-8.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>,
    _ position: Int
  ) -> (Unicode.Scalar, Int)? {
    guard position < text.count else { return nil }
    let lead = text[position]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, position + length <= text.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = text[position + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
