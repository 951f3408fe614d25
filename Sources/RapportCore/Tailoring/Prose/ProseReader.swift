/// Reads a text into words and sentences, one pass over its scalars.
struct ProseReader {
  private enum Kind { case word, wide, joiner, space, line, stop, other }

  let text: String
  let bytes: [UInt8]
  let language: String

  private(set) var words: [Prose.Word] = []
  private(set) var sentences: [Prose.Sentence] = []
  private(set) var apologies: [Int] = []

  /// The word that is being read.
  private var folded = ""
  private var wordStart = 0
  private var wideCount = 0
  /// What may join the word with the next character.
  private var joiner: (scalar: Unicode.Scalar, at: Int)?
  private var lastScalar: Unicode.Scalar = " "

  private var sentenceStart: Int?
  private var firstWord = 0
  private var exclamations = 0
  /// The mark after which the sentence ends, unless the next word tells otherwise.
  private var mark: (scalar: Unicode.Scalar, end: Int)?
  private var isSpaceBehindMark = false

  init(text: String, bytes: [UInt8], language: String) {
    self.text = text
    self.bytes = bytes
    self.language = language
  }

  mutating func read() {
    var place = 0
    for scalar in text.unicodeScalars {
      take(scalar, at: place)
      place += UTF8.width(scalar)
    }
    endWord(at: joiner?.at ?? place)
    if let joiner { takeMark(joiner.scalar, at: joiner.at) }
    endSentence(at: mark?.end ?? place)
  }

  private mutating func take(_ scalar: Unicode.Scalar, at place: Int) {
    if let joiner {
      self.joiner = nil
      if joins(joiner.scalar, lastScalar, scalar) {
        folded.unicodeScalars.append(joiner.scalar == "\u{2019}" ? "'" : joiner.scalar)
        return continueWord(scalar, at: place)
      }
      endWord(at: joiner.at)
      takeMark(joiner.scalar, at: joiner.at)
    }
    switch Self.kind(of: scalar) {
    case .word: continueWord(scalar, at: place)
    case .wide:
      if wideCount == 0 || wideCount == 2 { endWord(at: place) }
      continueWord(scalar, at: place)
      wideCount += 1
    case .joiner where !folded.isEmpty && wideCount == 0:
      joiner = (scalar, place)
    case .joiner, .stop:
      endWord(at: place)
      takeMark(scalar, at: place)
    case .line:
      endWord(at: place)
      endSentence(at: mark?.end ?? place)
      if scalar == Prose.apology { apologies.append(sentences.count) }
    case .space:
      endWord(at: place)
      isSpaceBehindMark = mark != nil
    case .other: endWord(at: place)
    }
  }

  // MARK: words

  private mutating func continueWord(_ scalar: Unicode.Scalar, at place: Int) {
    if wideCount > 0, Self.kind(of: scalar) != .wide { endWord(at: place) }
    if folded.isEmpty {
      if let mark, isSpaceBehindMark || Self.isWideStop(mark.scalar) {
        if ends(mark.scalar, before: scalar, at: place) {
          endSentence(at: mark.end)
        } else {
          self.mark = nil
        }
      } else {
        mark = nil
      }
      wordStart = place
      if sentenceStart == nil { sentenceStart = place }
    }
    if scalar.isASCII {
      let isCapital = ("A"..."Z").contains(scalar)
      folded.unicodeScalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    } else {
      folded += scalar.properties.lowercaseMapping
    }
    lastScalar = scalar
  }

  private mutating func endWord(at end: Int) {
    guard !folded.isEmpty else { return }
    words.append(Prose.Word(folded: folded, range: wordStart..<end))
    folded = ""
    wideCount = 0
  }

  private func joins(
    _ joiner: Unicode.Scalar,
    _ before: Unicode.Scalar,
    _ after: Unicode.Scalar
  ) -> Bool {
    guard Self.kind(of: after) == .word else { return false }
    switch joiner {
    case "'", "\u{2019}": return !Self.isDigit(before) || !Self.isDigit(after)
    case ",", ":": return Self.isDigit(before) && Self.isDigit(after)
    // `done.Next` is a space forgotten, `e.g` and `3.5` are not.
    case ".":
      return Self.isDigit(before) == Self.isDigit(after) && !after.properties.isUppercase
    default: return true
    }
  }

  // MARK: sentences

  private mutating func takeMark(_ scalar: Unicode.Scalar, at place: Int) {
    guard Self.isStop(scalar) else { return }
    if scalar == "!" || scalar == "\u{FF01}" { exclamations += 1 }
    let isWeaker = (mark?.scalar).map { $0 != "." && scalar == "." } ?? false
    mark = (isWeaker ? mark?.scalar ?? scalar : scalar, place + UTF8.width(scalar))
    isSpaceBehindMark = false
  }

  /// Whether a sentence ends at a mark, as the next word begins.
  private func ends(_ mark: Unicode.Scalar, before next: Unicode.Scalar, at place: Int) -> Bool {
    switch mark {
    case ".":
      if next.properties.isLowercase { return false }
      guard let last = words.last?.folded else { return false }
      if Abbreviations.isOne(last, in: language) { return false }
      return !(Abbreviations.isOrdinal(last) && Abbreviations.isMonth(bytes, at: place, language))
    case "\u{2026}": return !next.properties.isLowercase
    default: return true
    }
  }

  private mutating func endSentence(at end: Int) {
    if let start = sentenceStart, firstWord < words.count {
      sentences.append(
        Prose.Sentence(
          words: firstWord..<words.count,
          range: start..<end,
          exclamations: exclamations
        )
      )
    }
    sentenceStart = nil
    firstWord = words.count
    exclamations = 0
    mark = nil
    isSpaceBehindMark = false
  }

  // MARK: characters

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", Prose.blank: .word
    case " ", "\t", "\u{A0}", "\u{202F}", "\u{3000}": .space
    case "\n", "\r", "\u{85}", "\u{2028}", Prose.seam, Prose.apology: .line
    case "'", "\u{2019}", "-", "\u{2010}", "\u{2011}", ".", ",", ":", "@", "_": .joiner
    case "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{FF0E}": .stop
    case "\u{0}"..."\u{7F}": .other
    case "\u{3040}"..."\u{30FF}", "\u{3400}"..."\u{4DBF}", "\u{4E00}"..."\u{9FFF}",
      "\u{F900}"..."\u{FAFF}", "\u{20000}"..."\u{3FFFD}", "\u{E00}"..."\u{EFF}",
      "\u{1780}"..."\u{17FF}":
      .wide
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark ? .word : rest(scalar)
    }
  }

  private static func rest(_ scalar: Unicode.Scalar) -> Kind {
    scalar.properties.isWhitespace ? .space : .other
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || kind(of: scalar) == .stop
  }

  /// After which no space is written.
  private static func isWideStop(_ scalar: Unicode.Scalar) -> Bool {
    ["\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{FF0E}"].contains(scalar)
  }
}
