import Foundation
import JSONLogic
import Testing

@testable import RapportCore

struct ProseTests {
  private func sentences(_ text: String, _ language: String = "en") -> [String] {
    let prose = Prose(text, language: language)
    return prose.sentences.map { prose.quote($0.range) }
  }

  private func words(_ text: String) -> [String] {
    Prose(text, language: "en").words.map(\.folded)
  }

  @Test(arguments: [
    ("One. Two! Three? Four… Five", "en", ["One.", "Two!", "Three?", "Four…", "Five"]),
    ("Bring a tool, e.g. a key. Done.", "en", ["Bring a tool, e.g. a key.", "Done."]),
    (
      "Ask Dr. Weiss or Mr. J. Doe. Then wait.", "en",
      ["Ask Dr. Weiss or Mr. J. Doe.", "Then wait."]
    ),
    ("So am I. You too.", "en", ["So am I.", "You too."]),
    ("It costs 3.50 at example.org. Fine.", "en", ["It costs 3.50 at example.org.", "Fine."]),
    ("Wait... and see. Wait... Now.", "en", ["Wait... and see.", "Wait...", "Now."]),
    ("Nehmen Sie z. B. Öl. Danke.", "de", ["Nehmen Sie z. B. Öl.", "Danke."]),
    ("Es kommt am 3. Oktober an. Gut.", "de", ["Es kommt am 3. Oktober an.", "Gut."]),
    ("Das kostet 69. Wird es mehr?", "de", ["Das kostet 69.", "Wird es mehr?"]),
    ("Kind regards\nMaria\n\nNorthwind", "en", ["Kind regards", "Maria", "Northwind"]),
    ("You said \"Stop!\" and left.", "en", ["You said \"Stop!", "and left."]),
    ("¿Qué tal? ¡Muy bien!", "es", ["Qué tal?", "Muy bien!"]),
    ("お待ちください。すぐ戻ります。", "ja", ["お待ちください。", "すぐ戻ります。"]),
    ("", "en", []), ("?! …", "en", []),
  ])
  func `a text is cut where a sentence ends`(text: String, language: String, expected: [String]) {
    #expect(sentences(text, language) == expected)
  }

  @Test(arguments: [
    ("Don’t re-open e-mail 3.5, please", ["don't", "re-open", "e-mail", "3.5", "please"]),
    ("'quoted' rock'n'roll", ["quoted", "rock'n'roll"]),
    ("me@example.org at 15:04, 1,200 km", ["me@example.org", "at", "15:04", "1,200", "km"]),
    ("done.Next", ["done", "next"]), ("ÄRGER größer", ["ärger", "größer"]),
    ("\u{FFFC}, hello", ["\u{FFFC}", "hello"]), ("東京都内", ["東京", "都内"]), ("a—b/c", ["a", "b", "c"]),
  ])
  func `words are what is joined`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `exclamation marks are counted by sentence`() {
    let prose = Prose("Great!! Fine! Good.", language: "en")
    #expect(prose.sentences.map(\.exclamations) == [2, 1, 0])
  }

  @Test func `a quote is one line and never too long`() {
    let prose = Prose(String(repeating: "lang\n wort ", count: 100), language: "de")
    let quote = prose.quote(0..<prose.bytes.count)
    #expect(quote.count == 80 && quote.hasSuffix("…") && !quote.contains("\n"))
  }

  // MARK: reading ease

  @Test(arguments: [(41, 4, 57, 78.82), (29, 1, 52, 25.70), (26, 5, 30, 103.94)])
  func `the formula of Flesch gives the reference values`(
    words: Int,
    sentences: Int,
    syllables: Int,
    expected: Double
  ) {
    let counts = TextCounts(words: words, sentences: sentences, syllables: syllables)
    #expect(abs(counts.flesch - expected) < 0.006)
  }

  @Test func `syllables are right for nine of ten words`() {
    let wrong = PronouncedWords.all.filter {
      !$0.syllables.contains(Syllables.count(of: $0.word))
    }
    let share = 1 - Double(wrong.count) / Double(PronouncedWords.all.count)
    #expect(share >= 0.88, "\(share): \(wrong.map(\.word))")
  }

  @Test(arguments: [
    ("postcode", 2), ("people", 2), ("payment", 2), ("guarantee", 3), ("create", 2), ("didn't", 2),
    ("don't", 1), ("table", 2), ("called", 1), ("wanted", 2), ("boxes", 2), ("timely", 2),
    ("qu", 1),
    ("e-mail", 2), ("119", 3), ("café", 2), ("x", 1), ("", 1),
  ])
  func `syllables of single words`(word: String, expected: Int) {
    #expect(Syllables.count(of: word) == expected)
  }

  @Test func `reading ease is a band, and nothing is said of a short text`() {
    func ease(_ text: String, _ language: String = "en") -> ReadingEase? {
      ReadingEase([Prose(text, language: language)], language: language)
    }
    #expect(ease("You get it back. We call you on Monday.") == nil)
    #expect(
      ease("You get it back in a week. We call you on Monday and tell you how it went.") == .easy
    )
    #expect(
      ease(
        "Notwithstanding aforementioned contractual obligations, subsequent reimbursement necessitates "
          + "comprehensive documentation demonstrating authorisation, verification, identification "
          + "and unconditional accountability."
      ) == .hard
    )
    #expect(
      ease(
        "Wir rufen am Montag an und sagen, wie es war. Das Geld ist in einer Woche da. Gut so.",
        "de"
      )
        == .easy
    )
    #expect(
      ease(
        "Vorbehaltlich entgegenstehender vertraglicher Vereinbarungen erfolgt Rückerstattung "
          + "ausschließlich nach Vorlage vollständiger, ordnungsgemäß unterzeichneter Unterlagen "
          + "innerhalb gesetzlicher Fristen.",
        "de"
      ) == .hard
    )
  }

  // MARK: words of a language

  @Test func `contractions are not possessives`() throws {
    let english = try #require(Lexicon("en-GB"))
    let prose = Prose("It's the bank's. Don't, they're 14 days' late; I'd let's.", language: "en")
    let found = english.contractions(in: prose).map { prose.quote(words: $0) }
    #expect(found == ["It's", "Don't", "they're", "I'd", "let's"])
    let german = try #require(Lexicon("de"))
    let text = Prose("Wie geht's? Das ist Marias' Rad.", language: "de")
    #expect(german.contractions(in: text).map { text.quote(words: $0) } == ["geht's"])
  }

  @Test func `of phrases in each other the longest counts`() throws {
    let english = try #require(Lexicon("en"))
    func vague(_ text: String) -> [String] {
      english.acts(in: Prose(text, language: "en")).filter { $0.meaning == .vague }.map(\.quote)
    }
    #expect(vague("You hear from us soon.") == ["soon"])
    #expect(vague("We call as soon as possible.") == ["as soon as possible"])
    #expect(vague("It leaves as soon as it is scanned.") == [])
  }

  // MARK: bad input

  /// The Big List of Naughty Strings, read beside a checkout.
  static let naughty = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/naughty/blns.json").standardized

  @Test(.enabled(if: FileManager.default.fileExists(atPath: naughty.path)))
  func `no text breaks it, and everything it names lies in the text`() throws {
    let texts = try #require(try JSON(parsing: Data(contentsOf: Self.naughty)).arrayValue)
    #expect(texts.count > 400)
    for text in texts { check(text.stringValue ?? "") }
  }

  @Test(arguments: [3, 4] as [UInt64])
  func `no mixture of marks breaks it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "B", "9", ".", "..", "!", "?", "…", " ", "\n", "'", "’", "-", "@", ",", ":", "。", "漢",
      "字",
      "é", "e\u{301}", "\u{FFFC}", "\u{2029}", "\u{FFFA}", "z. B.", "😀", "\u{200D}", "\u{202E}",
      "\0", "ß",
    ]
    for _ in 0..<400 {
      let count = Int(random.next() % 40)
      let text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      check(text, "seed \(seed)")
    }
  }

  private func check(_ text: String, _ comment: String = "") {
    for language in ["en", "de", "ja"] {
      let prose = Prose(text, language: language)
      var end = 0
      for word in prose.words {
        #expect(
          word.range.lowerBound >= end && !word.folded.isEmpty,
          "\(comment) \(text.debugDescription)"
        )
        end = word.range.upperBound
      }
      #expect(end <= prose.bytes.count)
      var next = 0
      for sentence in prose.sentences {
        #expect(
          sentence.words.lowerBound == next && !sentence.words.isEmpty,
          "\(comment) \(text.debugDescription)"
        )
        next = sentence.words.upperBound
        _ = prose.quote(sentence.range)
      }
      #expect(next == prose.words.count, "\(comment) \(text.debugDescription)")
      _ = Lexicon(language)?.acts(in: prose)
      _ = ReadingEase([prose], language: language)
    }
  }

  @Test func `a long text takes no longer for each word`() {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: "We call soon, e.g. today. don't... 3. ", count: count)
      return ContinuousClock().measure {
        let prose = Prose(text, language: "en")
        _ = Lexicon("en")?.acts(in: prose)
        _ = ReadingEase([prose], language: "en")
      }
    }
    _ = time(100)
    let (small, large) = (time(500), time(8_000))
    // Sixteen times the text: quadratic would be 256 times the time.
    #expect(large < small * 80, "\(small), \(large)")
  }
}
