/// The words of a command line as a shell reads them, without anything else a shell does.
///
/// Split at white space; single quotes keep everything, double quotes everything but a backslash
/// before `"` or `\`; elsewhere a backslash keeps the next character. No variables, no patterns.
package enum CommandWords {
  /// Nil where a quote is not closed or a backslash is the last character.
  package static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var characters = Array(text)[...]
    while let character = characters.popFirst() {
      switch character {
      case "'", "\"":
        guard let quoted = quoted(by: character, &characters) else { return nil }
        word = (word ?? "") + quoted
      case "\\":
        guard let next = characters.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case _ where character.isWhitespace:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return word.map { words + [$0] } ?? words
  }

  private static func quoted(
    by quote: Character,
    _ characters: inout ArraySlice<Character>
  ) -> String? {
    var text = ""
    while let character = characters.popFirst() {
      if character == quote { return text }
      if character == "\\", quote == "\"", let next = characters.first, next == "\"" || next == "\\"
      {
        text.append(next)
        characters.removeFirst()
      } else {
        text.append(character)
      }
    }
    return nil
  }
}
