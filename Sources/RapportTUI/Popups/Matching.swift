/// Compares typed words with the rows of a list.
enum Matching {
  /// Lower-case words of letters and digits.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }

  /// Higher is better; 0 is no match.
  ///
  /// A word may begin a word of the title or of the other words, or name the title by letters in
  /// their order (`cps` for "Copy step"). `needsAll` wants every word of the query.
  static func score(_ query: [String], title: String, words others: String, needsAll: Bool) -> Int {
    let titleWords = words(title)
    let otherWords = words(others)
    let letters = Array(titleWords.joined())
    var sum = 0
    for word in query {
      let score = score(word, titleWords, otherWords, letters, loosely: needsAll)
      if score == 0, needsAll { return 0 }
      sum += score
    }
    return sum
  }

  private static func score(
    _ word: String,
    _ title: [String],
    _ others: [String],
    _ letters: [Character],
    loosely: Bool
  ) -> Int {
    if title.contains(word) { return 12 }
    if title.contains(where: { $0.hasPrefix(word) }) { return 10 }
    // Short words of a letter (`I`, `the`) tell little.
    if others.contains(word) { return word.count > 3 ? 8 : loosely ? 6 : 1 }
    guard loosely else { return 0 }
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
