/// Letters and digits of a query behind one another, and which words they may be meant for.
struct LoosePart: Sendable {
  let text: [UInt8]
  /// Whether more letters may follow: it is what was typed last.
  let isUnfinished: Bool
  /// How many typing errors it may have.
  let errors: Int
  private let typing: TypingError?
  private let sound: WordSound

  /// Fewer letters are too few to tell a misspelling from another word; from so many on, two may be wrong.
  static let lettersForOne = 4
  static let lettersForTwo = 8

  init(_ text: [UInt8], isUnfinished: Bool) {
    self.text = text
    self.isUnfinished = isUnfinished
    let letters = text.count { $0 &- 0x61 < 26 }
    let isPlain = text.allSatisfy { $0 < 0x80 }
    errors =
      !isPlain || letters < Self.lettersForOne ? 0 : letters < Self.lettersForTwo ? 1 : 2
    typing = TypingError(text)
    sound = WordSound(text)
  }

  /// Whether a word with these letters and this sound is worth a look.
  @inline(__always)
  func mayBeLike(letters: UInt32, _ theirs: WordSound) -> Bool {
    guard let typing else { return false }
    return (typing.letters & ~letters).nonzeroBitCount <= errors || sound.isLike(theirs)
  }

  func match(_ word: UnsafeBufferPointer<UInt8>, _ theirs: WordSound) -> LooseMatch {
    if word.starts(with: text) { return word.count == text.count ? .exact : .prefix }
    guard let typing else { return .none }
    let distance = typing.distance(to: word)
    if distance.whole <= errors { return .misspelt(distance.whole, isBeginning: false) }
    if isUnfinished, distance.beginning <= errors {
      return .misspelt(distance.beginning, isBeginning: true)
    }
    // Keys are short: what has hardly a letter in common only happens to have the same.
    let isNear = distance.whole <= (text.count + 1) / 2
    return isNear && sound.isLike(theirs) ? .sound(distance.whole) : .none
  }
}
