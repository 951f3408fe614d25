/// Cuts rendered text into messages without touching a hole.
enum SpanSplitter {
  /// Paragraphs (a blank line ends one), each of at most `words` words where its sentences allow it.
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

  /// Cuts after every place in a text for which `isEnd` says so of the text up to it and the rest.
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
      var index = start
      while index < text.endIndex {
        let next = text.index(after: index)
        if text[index].isWhitespace, isEnd(text[..<next], text[next...]) {
          parts[parts.count - 1].append(.text(String(text[start..<next]), from: origin))
          parts.append([])
          start = next
        }
        index = next
      }
      if start < text.endIndex {
        parts[parts.count - 1].append(.text(String(text[start...]), from: origin))
      }
    }
    return parts
  }

  private static func isParagraphEnd(_ before: Substring, _ after: Substring) -> Bool {
    guard before.last?.isNewline ?? false, !(after.first?.isNewline ?? false) else { return false }
    return before.dropLast().last?.isNewline ?? false
  }

  /// A full stop after a word of three letters or more (`Dr.` and `z. B.` are none), and no small letter
  /// after it.
  private static func isSentenceEnd(_ before: Substring, _ after: Substring) -> Bool {
    guard let mark = before.dropLast().last, !(after.first?.isLowercase ?? false) else {
      return false
    }
    if "!?…。！？".contains(mark) { return true }
    guard mark == "." else { return false }
    if before.count == 2 { return true }  // the word is a value, in the span before
    let word = before.dropLast(2).reversed().prefix { $0.isLetter || $0.isNumber }
    return word.count >= 3
  }

  /// A hole counts as one word.
  private static func count(_ spans: [TemplateSpan]) -> Int {
    spans.reduce(0) { sum, span in
      guard case .text(let text, _) = span else { return sum + 1 }
      return sum + text.split(whereSeparator: \.isWhitespace).count
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
