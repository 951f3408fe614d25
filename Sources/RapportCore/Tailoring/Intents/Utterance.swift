/// What a caller says or writes, as words and as what is compared of them.
///
/// Compared are the folded words, pairs of neighbours, and groups of four letters within a word, which
/// stand in for word endings, compounds and typing errors in any language. Chinese, Japanese and Korean
/// are words of one character, and so compared by pairs of them.
struct Utterance {
  struct Word {
    /// As written.
    var text: Substring
    var folded: [UInt8]
  }

  /// Something two texts may have in common: a hash, so that none of the text is kept.
  struct Feature: Hashable {
    var hash: UInt64

    fileprivate init(_ kind: UInt64, _ parts: ArraySlice<UInt8>...) {
      // FNV-1a: the same in every process, so that ties fall the same way.
      hash = 0xcbf2_9ce4_8422_2325 ^ kind
      for part in parts {
        for byte in part { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0x20) &* 0x100_0000_01b3
      }
    }
  }

  /// More words than a letter has; what follows is not read.
  static let longest = 2_000
  private static let group = 4

  private(set) var words: [Word] = []

  init(_ text: String) {
    for piece in text.split(whereSeparator: { !$0.isPartOfWord }) {
      for folded in Folding.fold(piece).split(separator: 0x20) {
        guard words.count < Self.longest else { return }
        let word = folded.filter { $0 != 0x27 }
        if !word.isEmpty { words.append(Word(text: piece, folded: word)) }
      }
    }
  }

  /// Calls with each feature, the positions of the words that have it, and how much of a word it is: 1 for
  /// whole words and pairs.
  func forEachFeature(_ body: (Feature, ClosedRange<Int>, Float) -> Void) {
    for (position, word) in words.enumerated() {
      body(Feature(1, word.folded[...]), position...position, 1)
      if position > 0 {
        let before = words[position - 1].folded
        body(Feature(2, before[...], word.folded[...]), (position - 1)...position, 1)
      }
      guard word.folded.count >= Self.group else { continue }
      let letters = [UInt8(ascii: "<")] + word.folded + [UInt8(ascii: ">")]
      let count = letters.count - Self.group + 1
      for start in 0..<count {
        let group = letters[start..<(start + Self.group)]
        body(Feature(3, group), position...position, 1 / Float(count))
      }
    }
  }
}

extension Character {
  /// Apostrophes belong to a word: `haven't`.
  fileprivate var isPartOfWord: Bool {
    isLetter || isNumber || self == "'" || self == "\u{2019}"
      || unicodeScalars.allSatisfy {
        $0.properties.generalCategory == .nonspacingMark
      }
  }
}
