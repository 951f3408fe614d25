/// A text taken apart into sentences and words, for what can be measured of it.
///
/// Read in one pass, so that a text of 1 MB takes no longer for each word than a short one. Words are
/// runs of letters and digits with what joins them (`don't`, `e-mail`, `3.5`, `example.org`); where a
/// script writes no spaces, two characters count as one word. A sentence ends at `.`, `!`, `?` or `…`
/// before a space and at the end of a line, but not after an abbreviation, an initial, or a number
/// before a month.
package struct Prose: Sendable {
  package struct Word: Sendable, Hashable {
    /// As it is compared: in small letters, with a straight apostrophe.
    package var folded: String
    /// Where it stands, in bytes.
    package var range: Range<Int>
  }

  package struct Sentence: Sendable, Hashable {
    package var words: Range<Int>
    /// Where it stands with its marks, in bytes.
    package var range: Range<Int>
    package var exclamations: Int
  }

  /// Stands for a value that is not known, and counts as one word.
  package static let blank: Unicode.Scalar = "\u{FFFC}"
  /// Ends a sentence without being in one; where the words of a tone stand in a script.
  static let seam: Unicode.Scalar = "\u{2029}"
  /// A seam at which the tone says sorry.
  static let apology: Unicode.Scalar = "\u{FFFA}"

  package internal(set) var words: [Word] = []
  package internal(set) var sentences: [Sentence] = []
  /// Before which sentence each of the tone's apologies stands.
  var apologies: [Int] = []
  let bytes: [UInt8]

  /// `language` decides what is an abbreviation.
  package init(_ text: String, language: String) {
    bytes = Array(text.utf8)
    var reader = ProseReader(text: text, bytes: bytes, language: LocalizedText.base(of: language))
    reader.read()
    (words, sentences, apologies) = (reader.words, reader.sentences, reader.apologies)
  }

  /// The longest sentence; nil where there is none.
  package var longest: Sentence? { sentences.max { $0.words.count < $1.words.count } }

  package func words(of sentence: Sentence) -> ArraySlice<Word> { words[sentence.words] }

  func text(of sentence: Sentence) -> String {
    String(decoding: bytes[sentence.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The text at a place, in one line of at most 80 characters, with `[…]` where a value will stand.
  package func quote(_ range: Range<Int>) -> String {
    let bytes = bytes[range.clamped(to: 0..<bytes.count)].prefix(400)
    let line = String(decoding: bytes, as: UTF8.self)
      .split { $0.isWhitespace || $0 == Character(Self.apology) }.joined(separator: " ")
      .replacing(String(Character(Self.blank)), with: "[…]")
    return line.count <= 80 ? line : line.prefix(79) + "…"
  }

  /// The whole text, shortened like any quote.
  package var quote: String { quote(0..<bytes.count) }

  /// The words from one to another as they are written.
  package func quote(words range: Range<Int>) -> String {
    guard let first = words[range].first, let last = words[range].last else { return "" }
    return quote(first.range.lowerBound..<last.range.upperBound)
  }
}
