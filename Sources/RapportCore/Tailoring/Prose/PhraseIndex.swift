/// Finds many phrases in a text, in one look at each of its words.
///
/// A phrase is found word by word, whatever stands between them, in any case; one in a script without
/// spaces is found anywhere.
struct PhraseIndex<Meaning: Sendable>: Sendable {
  struct Match {
    var meaning: Meaning
    /// The words of the text, and the sentence they are in.
    var words: Range<Int>
    var sentence: Int
    var quote: String
  }

  private var byFirstWord: [String: [(words: [String], meaning: Meaning)]] = [:]
  private var parts: [(bytes: [UInt8], meaning: Meaning)] = []

  init() {}

  /// Adds a phrase as it is written.
  mutating func add(_ phrase: String, meaning: Meaning, language: String) {
    let words = Prose(phrase, language: language).words.map(\.folded)
    guard let first = words.first else { return }
    if phrase.unicodeScalars.contains(where: { $0.isUnspaced }) {
      parts.append((Array(phrase.utf8), meaning))
    } else {
      byFirstWord[first, default: []].append((words, meaning))
    }
  }

  /// Every phrase that stands within one sentence, in the order of the text.
  func matches(in prose: Prose) -> [Match] {
    var found: [Match] = []
    for (position, sentence) in prose.sentences.enumerated() {
      for start in sentence.words {
        for (words, meaning) in byFirstWord[prose.words[start].folded] ?? [] {
          let range = start..<start + words.count
          guard range.upperBound <= sentence.words.upperBound,
            zip(words, prose.words[range]).allSatisfy({ $0 == $1.folded })
          else { continue }
          let quote = prose.quote(words: range)
          found.append(Match(meaning: meaning, words: range, sentence: position, quote: quote))
        }
      }
    }
    for (part, meaning) in parts {
      guard let place = prose.bytes.position(of: part, from: 0) else { continue }
      let quote = prose.quote(place..<place + part.count)
      let first = prose.words.firstIndex { $0.range.upperBound > place } ?? 0
      let sentence = prose.sentences.firstIndex { $0.words.contains(first) } ?? 0
      found.append(
        Match(meaning: meaning, words: first..<first + 1, sentence: sentence, quote: quote)
      )
    }
    return found
  }
}

extension Unicode.Scalar {
  /// Of a script that writes no spaces between words.
  fileprivate var isUnspaced: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD,
      0xE00...0xEFF, 0x1780...0x17FF:
      true
    default: false
    }
  }
}
