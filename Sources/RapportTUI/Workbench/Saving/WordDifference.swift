/// The words of a text that another one has not, in the order of both.
struct WordDifference {
  struct Piece: Hashable, Sendable {
    var text: String
    var isOther: Bool
  }

  /// The text in pieces; those that differ are marked.
  let pieces: [Piece]

  /// Longer texts are compared at their ends only, so that a key never waits.
  private static let most = 600

  /// - Parameters:
  ///   - text: what is shown.
  ///   - others: what it is compared with; a word is marked where it is not in one of them.
  init(_ text: String, from others: [String]) {
    let words = Self.words(text)
    var isOther = [Bool](repeating: false, count: words.count)
    for other in others {
      for index in Self.others(words, Self.words(other)) { isOther[index] = true }
    }
    // Between two words that differ, the space belongs to them.
    for index in words.indices.dropFirst().dropLast()
    where Self.isSpace(words[index]) && !isOther[index] {
      isOther[index] = isOther[index - 1] && isOther[index + 1]
    }
    var pieces: [Piece] = []
    for (word, isOther) in zip(words, isOther) {
      if pieces.last?.isOther == isOther {
        pieces[pieces.count - 1].text += word
      } else {
        pieces.append(Piece(text: word, isOther: isOther))
      }
    }
    self.pieces = pieces
  }

  /// Words, and what stands between them.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var kind: Int?
    for character in text {
      let next = character.isWhitespace ? 0 : character.isLetter || character.isNumber ? 1 : 2
      if next == kind, next != 2 {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      kind = next
    }
    return words
  }

  private static func isSpace(_ word: String) -> Bool { word.allSatisfy(\.isWhitespace) }

  /// The positions of words outside the longest sequence that both have in common.
  private static func others(_ words: [String], _ other: [String]) -> [Int] {
    var start = 0
    let shorter = min(words.count, other.count)
    while start < shorter, words[start] == other[start] { start += 1 }
    var end = 0
    while end < shorter - start, words[words.count - 1 - end] == other[other.count - 1 - end] {
      end += 1
    }
    let here = Array(words[start..<(words.count - end)])
    let there = Array(other[start..<(other.count - end)])
    guard here.count <= most, there.count <= most else {
      return here.indices.map { $0 + start }
    }
    let width = there.count + 1
    var longest = [Int](repeating: 0, count: (here.count + 1) * width)
    for row in here.indices.reversed() {
      for column in there.indices.reversed() {
        longest[row * width + column] =
          here[row] == there[column]
          ? longest[(row + 1) * width + column + 1] + 1
          : max(longest[(row + 1) * width + column], longest[row * width + column + 1])
      }
    }
    var found: [Int] = []
    var column = 0
    for row in here.indices {
      while column < there.count, here[row] != there[column],
        longest[row * width + column + 1] >= longest[(row + 1) * width + column],
        longest[row * width + column] > 0
      {
        column += 1
      }
      if column < there.count, here[row] == there[column] {
        column += 1
      } else {
        found.append(row + start)
      }
    }
    return found.filter { !isSpace(words[$0]) }
  }
}
