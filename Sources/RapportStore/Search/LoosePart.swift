/// Letters and digits of a query behind one another, and which words they may be meant for.
struct LoosePart: Sendable {
  let text: [UInt8]
  /// Whether more letters may follow: it is what was typed last.
  let isUnfinished: Bool
  /// How many typing errors it may have.
  let errors: Int
  private let typing: TypingError?
  let sound: WordSound
  private let letters: UInt32
  /// Of the beginning that the head of a word must come from.
  private let head: UInt32

  /// Fewer letters are too few to tell a misspelling from another word; from so many on, two may be wrong.
  static let lettersForOne = 4
  static let lettersForTwo = 8
  /// With digits behind them, as in the address "hong9457@", three letters are enough; two, as of a
  /// contract, are not: numbers are never guessed.
  static let lengthForOne = 6

  init(_ text: [UInt8], isUnfinished: Bool) {
    self.text = text
    self.isUnfinished = isUnfinished
    let count = text.count { $0 &- 0x61 < 26 }
    let isPlain = text.allSatisfy { $0 < 0x80 }
    let isLong =
      count >= Self.lettersForOne
      || count >= WordSound.shortest && text.count >= Self.lengthForOne
    errors = !isPlain || !isLong ? 0 : count < Self.lettersForTwo ? 1 : 2
    typing = TypingError(text)
    sound = WordSound(text)
    letters = WordLetters.bits(text)
    let own = errors < 2 ? WordLetters.headForOne : WordLetters.headForTwo
    head = WordLetters.bits(text.prefix(own + errors))
  }

  /// Whether a word may be meant by a mistyped one.
  ///
  /// Every error leaves out or brings in one letter at most, and moves the others by one at most.
  @inline(__always)
  func isNear(_ theirs: WordLetters) -> Bool {
    let theirHead = errors < 2 ? theirs.head : theirs.longHead
    return (letters & ~theirs.all).nonzeroBitCount <= errors
      && (errors == 0 || (theirHead & ~head).nonzeroBitCount <= errors)
  }

  /// How like the part a word is.
  ///
  /// `isNear` says whether it may be misspelt, which is true where nobody has looked; `isAlike` whether it
  /// sounds the same.
  func match(
    _ word: UnsafeBufferPointer<UInt8>,
    isNear: Bool = true,
    isAlike: Bool
  ) -> LooseMatch {
    if word.starts(with: text) { return word.count == text.count ? .exact : .prefix }
    guard let typing else { return .none }
    let most = text.count + errors
    if errors > 0, isNear, word.count <= most || isUnfinished {
      // What stands behind cannot make a beginning better.
      let distance = typing.distance(to: UnsafeBufferPointer(rebasing: word.prefix(most)))
      if word.count <= most, distance.whole <= errors {
        return .misspelt(distance.whole, isBeginning: false)
      }
      if isUnfinished, distance.beginning <= errors {
        return .misspelt(distance.beginning, isBeginning: true)
      }
    }
    guard isAlike else { return .none }
    // Keys are short: what has hardly a letter in common only happens to have the same.
    let distance = typing.distance(to: word).whole
    return distance <= (text.count + 1) / 2 ? .sound(distance) : .none
  }
}
