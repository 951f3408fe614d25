/// What a caller said, as the terms that a customer must fulfil, all of them.
struct SearchQuery: Sendable {
  /// More than anybody says; the rest of a longer query is ignored.
  static let mostWords = 12
  static let longestText = 400
  /// Where so many customers fit, nobody less like it is looked for.
  static let enough = 10

  var terms: [SearchTerm]
  /// Nothing stands behind the last word, so that more letters of it may follow.
  var isUnfinished = true

  /// Whether it is an address or a number, or the beginning of one: who fits it needs no guesses.
  var isIdentifier: Bool {
    terms.count == 1
      && terms.allSatisfy { term in
        term.text.utf8.contains { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "@") }
      }
  }

  init(_ text: String, plan: DialingPlan) {
    terms = []
    let short = String(text.unicodeScalars.prefix(Self.longestText))
    let words = short.split { $0.isWhitespace || $0 == "," || $0 == ";" }.prefix(Self.mostWords)
    var digits: [Substring] = []
    func endNumber() {
      guard !digits.isEmpty else { return }
      let words = Self.numberWords(digits[...])
      let text = digits.joined(separator: " ")
      let phone = PhonePattern(text, plan: plan)
      if phone != nil || !words.isEmpty {
        terms.append(SearchTerm(text: text, words: words, phone: phone))
      }
      digits = []
    }
    var rest = words[...]
    while let word = rest.first {
      if let (text, date, count) = Self.namedDate(rest) {
        endNumber()
        // One word may be an id as well.
        var own = count == 1 ? SearchWord.words(word) : []
        if own.count != 1 { own = [SearchWord(text: text, spellings: [])] }
        own[0].spellings += date.spellings
        terms.append(SearchTerm(text: text, words: own, phone: nil))
        rest = rest.dropFirst(count)
        continue
      }
      rest = rest.dropFirst()
      if Self.isDigits(word) {
        // A second country code begins a second number.
        if word.first == "+" { endNumber() }
        digits.append(word)
        continue
      }
      endNumber()
      for part in SearchWord.words(word) {
        terms.append(SearchTerm(text: part.text, words: [part], phone: nil))
      }
    }
    endNumber()
    isUnfinished = short.last?.isWhitespace == false
  }

  /// The date with the name of a month, or with signs, that the words begin with, and in how many.
  private static func namedDate(
    _ words: ArraySlice<Substring>
  ) -> (text: String, date: SpokenDate, count: Int)? {
    for count in (1...SpokenDate.mostWords).reversed() where count <= words.count {
      let said = words.prefix(count)
      guard !said.allSatisfy(isDigits), let date = SpokenDate(said) else { continue }
      return (said.joined(separator: " "), date, count)
    }
    return nil
  }

  /// What digits are where they are no telephone number: dates, and words.
  private static func numberWords(_ digits: ArraySlice<Substring>) -> [SearchWord] {
    var words: [SearchWord] = []
    var rest = digits
    while let first = rest.first {
      if rest.count >= 3, let date = SpokenDate(rest.prefix(3)) {
        let text = rest.prefix(3).joined(separator: " ")
        words.append(SearchWord(text: text, spellings: date.spellings))
        rest = rest.dropFirst(3)
        continue
      }
      var own = SearchWord.words(first)
      if own.count == 1, let date = SpokenDate([first]) { own[0].spellings += date.spellings }
      words += own
      rest = rest.dropFirst()
    }
    return words
  }

  private static func isDigits(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { "0123456789+()/-.".utf8.contains($0) }
      && word.utf8.contains { $0 &- 0x30 < 10 }
  }
}

/// One part of a query: a word, or digits that may be a telephone number or several words.
struct SearchTerm: Sendable {
  /// As typed.
  var text: String
  /// All of them, unless the number fits.
  var words: [SearchWord]
  var phone: PhonePattern?

  /// Letters and digits that may be mistyped; empty where the term is only digits or too short.
  func looseParts(isUnfinished: Bool) -> [LoosePart] {
    let parts = words.flatMap(\.parts)
    guard phone == nil,
      parts.contains(where: { $0.count { $0 &- 0x61 < 26 } >= WordSound.shortest })
    else { return [] }
    return parts.enumerated().map {
      LoosePart($1, isUnfinished: isUnfinished && $0 == parts.count - 1)
    }
  }
}
