/// One typing error: a letter too many, missing, wrong, or swapped with its neighbour.
enum TypingError {
  /// Whether the word becomes the other with at most one error; with `isPrefix`, the beginning of it.
  ///
  /// Optimal string alignment distance of at most 1. Cost: one pass over the word.
  static func separates(
    _ word: UnsafeBufferPointer<UInt8>,
    from other: UnsafeBufferPointer<UInt8>,
    isPrefix: Bool
  ) -> Bool {
    let shared = zip(word, other).prefix { $0 == $1 }.count
    func rest(_ ofWord: Int, _ ofOther: Int) -> Bool {
      guard ofWord <= word.count, ofOther <= other.count else { return false }
      let (left, right) = (word[ofWord...], other[ofOther...])
      guard isPrefix ? left.count <= right.count : left.count == right.count else { return false }
      return zip(left, right).allSatisfy { $0 == $1 }
    }
    if rest(shared, shared) || rest(shared + 1, shared + 1) { return true }
    if rest(shared, shared + 1) || rest(shared + 1, shared) { return true }
    return shared + 1 < word.count && shared + 1 < other.count
      && word[shared] == other[shared + 1] && word[shared + 1] == other[shared]
      && rest(shared + 2, shared + 2)
  }
}
