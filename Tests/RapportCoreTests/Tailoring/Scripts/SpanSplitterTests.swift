import Testing

@testable import RapportCore

struct SpanSplitterTests {
  private func cut(_ text: String, _ language: String = "en") -> [String] {
    SpanSplitter.messages([.text(text, from: .script)], words: 1, language: language)
      .map(\.preview)
  }

  @Test func `a sentence ends after any word that is no abbreviation`() {
    let cases: [(String, String, [String])] = [
      ("We go on. Then we stop.", "en", ["We go on.", "Then we stop."]),
      ("It is OK. Next one.", "en", ["It is OK.", "Next one."]),
      ("So do I. Then go.", "en", ["So do I.", "Then go."]),
      ("Ask Dr. Ana, approx. 5 of us.", "en", ["Ask Dr. Ana, approx. 5 of us."]),
      ("Bring e.g. Paper, i.e. Sheets.", "en", ["Bring e.g. Paper, i.e. Sheets."]),
      (
        "Am 3. März, z. B. Montag, ggf. Dienstag.", "de",
        ["Am 3. März, z. B. Montag, ggf. Dienstag."]
      ),
      ("Das ist es. Dann weiter.", "de", ["Das ist es.", "Dann weiter."]),
      ("In 2026. Then again.", "en", ["In 2026.", "Then again."]),
      ("Write to example.org. Now.", "en", ["Write to example.org.", "Now."]),
      ("La Sra. Ana, p.ej. Hoy.", "es", ["La Sra. Ana, p.ej. Hoy."]),
      ("Wait… No. really? Yes!", "en", ["Wait…", "No. really?", "Yes!"]),
    ]
    for (text, language, expected) in cases { #expect(cut(text, language) == expected) }
  }

  @Test func `texts without short words are cut as by looking at everything before`() {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SplitMix64(seed: seed)
    let pieces = [
      "One two three. ", "Why? ", "\n\n", "\n", "Yes! No", " ", "word ", "…", ". ", "after. ",
      "the", "12. ", "2026. ", "。", "end.",
    ]
    for _ in 0..<2_000 {
      let spans: [TemplateSpan] = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        if Int.random(in: 0..<5, using: &generator) == 0 { return .hole(path: "a", label: "A") }
        let origin: TemplateSpan.Origin = Bool.random(using: &generator) ? .script : .value
        return .text(pieces[Int.random(in: 0..<pieces.count, using: &generator)], from: origin)
      }
      let words = Int.random(in: 1...6, using: &generator)
      #expect(
        SpanSplitter.messages(spans, words: words, language: "en")
          == NaiveSplitter.messages(spans, words: words),
        "seed \(seed): \(spans) \(words)"
      )
    }
  }

  @Test func `plain texts are cut by their bytes as others by their letters`() {
    var generator = SplitMix64(seed: 37)
    let pieces = [
      "One two. ", "Größe? ", "\n\n", "\n", "\u{B}", "\u{C}\n", "z. B. ", "Dr. ", "3. ", "…", "… ",
      "“Yes!” ", "49,00\u{A0}€", ".", " ", "\u{A0}", "! ", "é", "ab", "Übung", "übung", "12. ", "。",
      "e\u{301} ", "\r\n", "\u{2028}", "\u{AD}", "👩‍👩‍👧 ", " \u{301}", "\u{600} ", "",
    ]
    var plain = 0
    for round in 0..<3_000 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        // Mostly plain, or hardly any text would be.
        let most = round.isMultiple(of: 4) ? pieces.count : 22
        return pieces[Int.random(in: 0..<most, using: &generator)]
      }.joined()
      for cut in [SpanSplitter.Cut.paragraphs, .sentences(language: "de")] {
        guard let fast = PlainText(text) else { continue }
        plain += 1
        let slow = SpanSplitter.pieces(of: text, cut)
        let trace = "seed 37: \(text.debugDescription)"
        #expect(fast.pieces(cut).whole == slow.whole, "\(trace)")
        #expect(fast.pieces(cut).rest == slow.rest, "\(trace)")
        #expect(fast.words == text.split(whereSeparator: \.isWhitespace).count, "\(trace)")
      }
      let spans: [TemplateSpan] = [.text(text, from: .script), .hole(path: "a", label: "A")]
      let limit = Int.random(in: 1...12, using: &generator)
      guard SpanSplitter.isOneMessage(spans, words: limit) else { continue }
      #expect(SpanSplitter.messages(spans, words: limit, language: "de").count == 1)
    }
    #expect(plain > 3_000)
  }

  @Test(.timeLimit(.minutes(5))) func `a text of 250 KB is cut in a moment`() {
    let text = String(repeating: "This is the sentence that we say again and again. ", count: 5_000)
    let messages = SpanSplitter.messages(
      [.text(text, from: .script)],
      words: 40,
      language: "en"
    )
    #expect(messages.count == 1_250)
  }
}

/// The splitter as it was: it reads all of the text before each place, and knows no abbreviation.
private enum NaiveSplitter {
  static func messages(_ spans: [TemplateSpan], words limit: Int) -> [[TemplateSpan]] {
    var messages: [[TemplateSpan]] = []
    for paragraph in split(spans, after: isParagraphEnd) {
      var message: [TemplateSpan] = []
      for sentence in split(paragraph, after: isSentenceEnd) {
        if !message.isEmpty, count(message) + count(sentence) > limit {
          messages.append(message)
          message = []
        }
        message += sentence
      }
      messages.append(message)
    }
    return messages.map(trimmed).filter { !$0.isEmpty }
  }

  private static func split(
    _ spans: [TemplateSpan],
    after isEnd: (Substring, Substring) -> Bool
  ) -> [[TemplateSpan]] {
    var parts: [[TemplateSpan]] = [[]]
    for span in spans {
      guard case .text(let text, let origin) = span else {
        parts[parts.count - 1].append(span)
        continue
      }
      var start = text.startIndex
      for index in text.indices where text[index].isWhitespace {
        let next = text.index(after: index)
        guard isEnd(text[..<next], text[next...]) else { continue }
        parts[parts.count - 1].append(.text(String(text[start..<next]), from: origin))
        parts.append([])
        start = next
      }
      if start < text.endIndex {
        parts[parts.count - 1].append(.text(String(text[start...]), from: origin))
      }
    }
    return parts
  }

  private static func isParagraphEnd(_ before: Substring, _ after: Substring) -> Bool {
    let end = before.suffix(2)
    return end.count == 2 && end.allSatisfy(\.isNewline) && !(after.first?.isNewline ?? false)
  }

  private static func isSentenceEnd(_ before: Substring, _ after: Substring) -> Bool {
    guard let mark = before.dropLast().last, !(after.first?.isLowercase ?? false) else {
      return false
    }
    if "!?…。！？".contains(mark) { return true }
    guard mark == "." else { return false }
    return before.count == 2
      || before.dropLast(2).reversed().prefix { $0.isLetter || $0.isNumber }.count >= 3
  }

  private static func count(_ spans: [TemplateSpan]) -> Int {
    spans.reduce(0) { sum, span in
      guard case .text(let text, _) = span else { return sum + 1 }
      return sum + text.split(whereSeparator: \.isWhitespace).count
    }
  }

  private static func trimmed(_ spans: [TemplateSpan]) -> [TemplateSpan] {
    var spans = spans
    while case .text(let text, _)? = spans.first, text.allSatisfy(\.isWhitespace) {
      spans.removeFirst()
    }
    if case .text(let text, let origin)? = spans.first {
      spans[0] = .text(String(text.drop(while: \.isWhitespace)), from: origin)
    }
    while case .text(let text, _)? = spans.last, text.allSatisfy(\.isWhitespace) {
      spans.removeLast()
    }
    if case .text(let text, let origin)? = spans.last {
      let end = text.reversed().drop(while: \.isWhitespace).reversed()
      spans[spans.count - 1] = .text(String(end), from: origin)
    }
    return spans
  }
}
