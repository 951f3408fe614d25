import RapportCore

/// One word of a query in all the ways in which it may be stored.
struct SearchWord: Sendable {
  /// A way to write the word.
  struct Spelling: Sendable, Hashable {
    var bytes: [UInt8]
    /// How good it can be at best: a nickname is never exact.
    var best: Hit.Quality = .exact
    /// Only a whole word, not the beginning of one.
    var isWhole = false
    /// Only in the name.
    var isName = false
  }

  /// As typed.
  var text: String
  var spellings: [Spelling]

  init(text: String, spellings: [Spelling]) {
    self.text = text
    self.spellings = spellings
  }

  /// The words in a piece of a query without spaces: one, or in Chinese and Japanese one for each
  /// character.
  static func words(_ text: Substring) -> [SearchWord] {
    var words: [SearchWord] = []
    var rest = text.unicodeScalars
    while let first = rest.first {
      let isKana = KanaSpelling.isKana(first)
      let part = rest.prefix { KanaSpelling.isKana($0) == isKana }
      words += isKana ? kana(part) : others(Substring(part))
      rest = rest[part.endIndex...]
    }
    return words
  }

  /// Each kana, or else all of them together in Latin letters: スズキ may be stored as Suzuki.
  private static func kana(_ part: Substring.UnicodeScalarView) -> [SearchWord] {
    let katakana = KanaSpelling.katakana(part)
    var latin = [KanaSpelling.latin(katakana, .short), KanaSpelling.latin(katakana, .full)]
    if latin[0] == latin[1] { latin.removeLast() }
    return katakana.map { kana in
      let bytes = KanaSpelling.bytes(kana)
      return SearchWord(
        text: String(decoding: bytes, as: UTF8.self),
        spellings: ([bytes] + latin.filter { !$0.isEmpty }).map { Spelling(bytes: $0) }
      )
    }
  }

  private static func others(_ text: Substring) -> [SearchWord] {
    let short = Folding.fold(text)
    let long = Folding.fold(text, .long)
    let parts = short.split(separator: SearchText.space)
    if parts.count == 1, let part = parts.first {
      return [SearchWord(String(text), trimmed(part), trimmed(long[...]))].compactMap(\.self)
    }
    return parts.compactMap { part in
      SearchWord(String(decoding: part, as: UTF8.self), trimmed(part), trimmed(part))
    }
  }

  private init?(_ text: String, _ short: ArraySlice<UInt8>, _ long: ArraySlice<UInt8>) {
    guard !short.isEmpty else { return nil }
    var bytes = [Array(short)]
    // Only an address has this sign, and is stored as it is.
    if short.contains(where: { !SearchText.isWord($0) }), !short.contains(UInt8(ascii: "@")) {
      bytes.append(short.filter(SearchText.isWord))
    }
    if long != short { bytes.append(Array(long)) }
    // Shorter than that, the letters left would begin too many names.
    if short.count >= 5, let shortened = SearchText.shortened(short) { bytes.append(shortened) }
    self.init(text: text, spellings: bytes.map { Spelling(bytes: $0) })
    spellings += Nicknames.shared.others(for: bytes).map {
      Spelling(bytes: $0, best: .nickname, isWhole: true, isName: true)
    }
  }

  /// Without what is no letter or digit at both ends.
  private static func trimmed(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = word.firstIndex(where: SearchText.isWord),
      let last = word.lastIndex(where: SearchText.isWord)
    else { return [] }
    // "mueller@" asks for an e-mail.
    let isAddress = word[(last + 1)...].first == UInt8(ascii: "@")
    return word[first...(isAddress ? last + 1 : last)]
  }

  /// The parts between punctuation, as they may be mistyped.
  var parts: [[UInt8]] {
    guard let word = spellings.first?.bytes else { return [] }
    return word.split { !SearchText.isWord($0) }.map(Array.init)
  }
}
