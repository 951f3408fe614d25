/// Cuts rendered text into messages without touching a hole.
///
/// Linear in the text: what ends a sentence is told from the word before it and the letter after it.
enum SpanSplitter {
  /// What to cut behind.
  enum Cut {
    case paragraphs
    /// `language` is without its region.
    case sentences(language: String)
  }

  /// Whether a text surely is one message of at most so many words; most are.
  static func isOneMessage(_ spans: [TemplateSpan], words limit: Int) -> Bool {
    var words = 0
    for span in spans {
      switch span {
      case .hole: words += 1
      case .text(let text, _):
        guard let more = PlainText.words(ofParagraph: text) else { return false }
        words += more
      }
      if words > limit { return false }
    }
    return true
  }

  /// Paragraphs (a blank line ends one), each of at most `words` words where its sentences allow it;
  /// `language` decides what is an abbreviation.
  static func messages(
    _ spans: [TemplateSpan],
    words limit: Int,
    language: String
  ) -> [[TemplateSpan]] {
    let language = LocalizedText.base(of: language)
    var messages: [[TemplateSpan]] = []
    for paragraph in split(spans, .paragraphs) {
      var message: [TemplateSpan] = []
      for sentence in split(paragraph, .sentences(language: language)) {
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

  private static func split(_ spans: [TemplateSpan], _ cut: Cut) -> [[TemplateSpan]] {
    var parts: [[TemplateSpan]] = [[]]
    for span in spans {
      guard case .text(let text, let origin) = span else {
        parts[parts.count - 1].append(span)
        continue
      }
      let pieces = PlainText(text)?.pieces(cut) ?? pieces(of: text, cut)
      for piece in pieces.whole {
        parts[parts.count - 1].append(.text(piece, from: origin))
        parts.append([])
      }
      if let rest = pieces.rest { parts[parts.count - 1].append(.text(rest, from: origin)) }
    }
    return parts
  }

  /// Of any text, by its letters.
  static func pieces(of text: String, _ cut: Cut) -> (whole: [String], rest: String?) {
    // Looking back in a string takes time with the place.
    let letters = Array(text)
    var whole: [String] = []
    var start = 0
    for index in letters.indices where letters[index].isWhitespace {
      let next = index + 1
      let isEnd =
        switch cut {
        case .paragraphs: isParagraphEnd(letters[..<next], letters[next...])
        case .sentences(let language): isSentenceEnd(letters[..<next], letters[next...], language)
        }
      guard isEnd else { continue }
      whole.append(String(letters[start..<next]))
      start = next
    }
    return (whole, start < letters.count ? String(letters[start...]) : nil)
  }

  private static func isParagraphEnd(
    _ before: ArraySlice<Character>,
    _ after: ArraySlice<Character>
  ) -> Bool {
    guard before.last?.isNewline ?? false, !(after.first?.isNewline ?? false) else { return false }
    return before.dropLast().last?.isNewline ?? false
  }

  /// A mark and then no small letter; a full stop ends none after an abbreviation (`Dr.`, `z. B.`) and
  /// after a number of one or two digits, which may be a day.
  static func isSentenceEnd(
    _ before: ArraySlice<Character>,
    _ after: ArraySlice<Character>,
    _ language: String
  ) -> Bool {
    guard let mark = before.dropLast().last, !(after.first?.isLowercase ?? false) else {
      return false
    }
    if "!?…。！？".contains(mark) { return true }
    guard mark == "." else { return false }
    let text = before.dropLast(2)
    if text.isEmpty { return true }  // the word is a value, in the span before
    let end = text.reversed().prefix { $0.isLetter || $0.isNumber }
    guard !end.isEmpty, end.count > 2 || !end.allSatisfy(\.isNumber) else { return false }
    let word = text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "." }
    let forms = [end, word].map { String($0.reversed()).lowercased() }
    return !forms.contains { Abbreviations.isOne($0, in: language) }
  }

  /// A hole counts as one word.
  private static func count(_ spans: [TemplateSpan]) -> Int {
    spans.reduce(0) { sum, span in
      guard case .text(let text, _) = span else { return sum + 1 }
      return sum + (PlainText(text)?.words ?? text.split(whereSeparator: \.isWhitespace).count)
    }
  }

  /// Without space at the ends, and without the gap of two that something left out leaves behind.
  static func tidied(_ spans: [TemplateSpan]) -> [TemplateSpan] {
    trimmed(
      spans.coalesced.map { span in
        guard case .text(let text, let origin) = span else { return span }
        return .text(text.replacing("  ", with: " "), from: origin)
      }
    )
  }

  private static func trimmed(_ spans: [TemplateSpan]) -> [TemplateSpan] {
    var spans = spans
    while case .text(let text, let origin)? = spans.first {
      let kept = text.drop(while: \.isWhitespace)
      if kept.isEmpty {
        spans.removeFirst()
        continue
      }
      spans[0] = .text(String(kept), from: origin)
      break
    }
    while case .text(let text, let origin)? = spans.last {
      guard let end = text.lastIndex(where: { !$0.isWhitespace }) else {
        spans.removeLast()
        continue
      }
      spans[spans.count - 1] = .text(String(text[...end]), from: origin)
      break
    }
    return spans
  }
}
