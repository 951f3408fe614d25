/// Compares typed words with the rows of a list.
enum Matching {
  /// Lower-case words of letters and digits.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }

  /// Higher is better; 0 is no match.
  ///
  /// Every word of the query may begin a word of the title or of the other words, or name the title
  /// by letters in their order (`cps` for "Copy step").
  static func score(_ query: [String], title: String, words others: String) -> Int {
    let titleWords = words(title)
    let otherWords = words(others)
    let letters = Array(titleWords.joined())
    var sum = 0
    for word in query {
      let score = score(word, titleWords, otherWords, letters)
      if score == 0 { return 0 }
      sum += score
    }
    return sum
  }

  private static func score(
    _ word: String,
    _ title: [String],
    _ others: [String],
    _ letters: [Character]
  ) -> Int {
    if title.contains(word) { return 12 }
    if title.contains(where: { $0.hasPrefix(word) }) { return 10 }
    // Short words of a letter (`I`, `the`) tell little.
    if others.contains(word) { return word.count > 3 ? 8 : 6 }
    if others.contains(where: { $0.hasPrefix(word) }) { return 5 }
    if title.contains(where: { $0.contains(word) }) { return 4 }
    return isSubsequence(word, of: letters) ? 2 : 0
  }

  private static func isSubsequence(_ word: String, of letters: [Character]) -> Bool {
    var rest = letters[...]
    for letter in word {
      guard let index = rest.firstIndex(of: letter) else { return false }
      rest = rest[(index + 1)...]
    }
    return word.count > 1
  }
}
