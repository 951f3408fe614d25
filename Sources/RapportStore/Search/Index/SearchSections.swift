import JSONLogic

/// The parts of a search index as they are kept: names of sections, and what each holds.
enum SearchSections: String, CaseIterable {
  /// Of each row: its folded text, its words, its telephone numbers, its name's shape.
  case text, textEnds, starts, words, startEnds, phones, phoneEnds, names
  /// The words in order, and the rows of each.
  case vocabulary, vocabularyEnds, postingEnds, postingRows, postingPlaces
  /// What may be guessed.
  case guessable, guessKeys, soundKeys, soundWords
  /// Telephone numbers in order.
  case forwards, forwardRows, backwards, backwardRows
  /// What very many have.
  case heads, headEnds, headCounts, headRowEnds, headRows

  var name: String { "search." + rawValue }

  /// Of the rules by which text is folded and taken apart, and words are guessed.
  ///
  /// To be raised when one of them changes: what was made by others is made anew.
  static let rules = 1
}
