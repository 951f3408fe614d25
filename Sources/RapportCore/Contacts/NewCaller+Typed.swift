extension NewCaller {
  /// Takes over what was typed to find the caller: an e-mail address, a phone number, and words that
  /// may be a name; postcodes and order numbers are neither.
  package mutating func take(typed text: String) {
    var names: [String] = []
    var digits: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if word.contains("@") {
        email = word
      } else if word.contains(where: \.isNumber) {
        if word.allSatisfy(Self.isOfPhone) { digits.append(word) }
      } else if word.contains(where: \.isLetter) {
        names.append(word)
      }
    }
    let number = digits.joined(separator: " ")
    if number.count(where: \.isNumber) >= Self.shortestPhone { phone = number }
    name = Self.capitalised(names)
  }

  /// Fewer digits are a postcode or the end of a number.
  package static let shortestPhone = 6

  private static func isOfPhone(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || "+-/().".contains(character)
  }

  /// What is typed to be found is small; what a caller is greeted by is not.
  private static func capitalised(_ words: [String]) -> String {
    let text = words.joined(separator: " ")
    guard text == text.lowercased() else { return text }
    return words.enumerated().map { index, word in
      index > 0 && particles.contains(word) ? word : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  private static let particles: Set = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la",
    "le", "ten", "ter", "van", "von", "y", "zu",
  ]
}
