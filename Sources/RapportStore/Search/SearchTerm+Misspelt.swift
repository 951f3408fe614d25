import RapportCore

extension SearchTerm {
  /// More would mean that too little of the word is known.
  private static let mostSpellings = 100

  /// The term with every known word that it may be a misspelling of; nil where it can be none.
  ///
  /// Three letters are too few to tell a misspelling from another word. Cost: one comparison with
  /// each of the words.
  func misspelt(among known: Set<String>) -> SearchTerm? {
    guard words.count == 1, let word = words.first,
      word.misspellable.contains(where: { $0.count > 3 })
    else { return nil }
    var misspelt = self
    misspelt.words = word.misspellable.compactMap { part in
      let meant = part.count > 3 ? Self.spellings(near: part, among: known) : []
      let itself = SearchWord.Spelling(bytes: part)
      return SearchWord(text: text, spellings: [itself] + meant)
    }
    return misspelt
  }

  private static func spellings(
    near part: [UInt8],
    among known: Set<String>
  ) -> [SearchWord.Spelling] {
    var whole: [String] = []
    var beginnings: [String] = []
    part.withUnsafeBufferPointer { part in
      for var word in known where word.utf8.count + 1 >= part.count {
        word.withUTF8 { word in
          guard TypingError.separates(part, from: word, isPrefix: true) else { return }
          let isWhole = TypingError.separates(part, from: word, isPrefix: false)
          let text = String(decoding: word, as: UTF8.self)
          if isWhole { whole.append(text) } else { beginnings.append(text) }
        }
      }
    }
    return (whole.sorted() + beginnings.sorted()).prefix(Self.mostSpellings).map {
      SearchWord.Spelling(bytes: Array($0.utf8), best: .fuzzy, isWhole: true)
    }
  }
}
