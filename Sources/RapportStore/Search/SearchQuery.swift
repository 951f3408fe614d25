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
      let words = digits.flatMap(SearchWord.words)
      let text = digits.joined(separator: " ")
      let phone = PhonePattern(text, plan: plan)
      if phone != nil || !words.isEmpty {
        terms.append(SearchTerm(text: text, words: words, phone: phone))
      }
      digits = []
    }
    for word in words {
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
