/// How hard a text is to read, as a band: the formulas are too coarse for more.
package enum ReadingEase: Int, Sendable, Comparable, CaseIterable {
  case hard, fairlyHard, plain, easy

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// As a sentence says it: `easy`, `fairly hard`.
  package var words: String {
    switch self {
    case .easy: "easy"
    case .plain: "plain"
    case .fairlyHard: "fairly hard"
    case .hard: "hard"
    }
  }

  /// Fewer words say nothing.
  package static let fewestWords = 15

  /// By Flesch for English, by LIX for other languages; nil where the text is too short to judge.
  package init?(_ texts: [Prose], language: String) {
    let counts = texts.map { TextCounts($0, language: language) }
    let all = counts.reduce(TextCounts()) { $0 + $1 }
    guard all.words >= Self.fewestWords, all.sentences > 0 else { return nil }
    self = LocalizedText.base(of: language) == "en" ? Self(flesch: all.flesch) : Self(lix: all.lix)
  }

  init(flesch score: Double) {
    self = score >= 70 ? .easy : score >= 60 ? .plain : score >= 50 ? .fairlyHard : .hard
  }

  init(lix score: Double) {
    self = score < 40 ? .easy : score < 50 ? .plain : score < 60 ? .fairlyHard : .hard
  }
}

/// What reading ease is computed from.
package struct TextCounts: Sendable {
  package var words = 0
  package var sentences = 0
  /// English only.
  package var syllables = 0
  /// Words of more than six letters.
  package var longWords = 0

  package init(words: Int = 0, sentences: Int = 0, syllables: Int = 0, longWords: Int = 0) {
    self.words = words
    self.sentences = sentences
    self.syllables = syllables
    self.longWords = longWords
  }

  /// Blanks are left out: nobody knows what will stand there.
  init(_ prose: Prose, language: String) {
    sentences = prose.sentences.count
    let isEnglish = LocalizedText.base(of: language) == "en"
    for word in prose.words where word.folded.unicodeScalars.first != Prose.blank {
      words += 1
      if isEnglish { syllables += Syllables.count(of: word.folded) }
      if word.folded.unicodeScalars.count > 6 { longWords += 1 }
    }
  }

  /// Flesch 1948: 206.835 - 1.015 words a sentence - 84.6 syllables a word; higher is easier.
  package var flesch: Double {
    206.835 - 1.015 * Double(words) / Double(sentences) - 84.6 * Double(syllables) / Double(words)
  }

  /// Björnsson 1968: words a sentence and the per cent of long words; lower is easier.
  package var lix: Double {
    Double(words) / Double(sentences) + 100 * Double(longWords) / Double(words)
  }

  static func + (left: TextCounts, right: TextCounts) -> TextCounts {
    TextCounts(
      words: left.words + right.words,
      sentences: left.sentences + right.sentences,
      syllables: left.syllables + right.syllables,
      longWords: left.longWords + right.longWords
    )
  }
}
