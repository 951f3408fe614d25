/// How many typing errors separate a word from others: letters too many, missing, wrong, or swapped
/// with their neighbour.
///
/// Optimal string alignment distance, 64 rows of its table at a time in the bits of a number: H.
/// Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic
/// Journal of Computing 10 (2003). Cost: some ten operations a letter of the other word.
struct TypingError {
  /// Longer words are compared in full only.
  static let longest = 64

  /// To a whole word, and to that beginning of it that is nearest.
  struct Distance: Equatable {
    var whole: Int
    var beginning: Int
  }

  let length: Int
  /// For each letter, at which places of the word it stands.
  private let places: [UInt64]

  /// Nil where the word is empty or too long.
  init?(_ word: some Collection<UInt8>) {
    guard 1...Self.longest ~= word.count else { return nil }
    var places = [UInt64](repeating: 0, count: 256)
    for (index, letter) in word.enumerated() { places[Int(letter)] |= 1 << UInt64(index) }
    self.places = places
    length = word.count
  }

  func distance(to other: UnsafeBufferPointer<UInt8>) -> Distance {
    places.withUnsafeBufferPointer { places in
      let last = UInt64(1) << UInt64(length - 1)
      var (vertical, vertically) = (~UInt64(0), UInt64(0))
      var (diagonal, before) = (UInt64(0), UInt64(0))
      var (distance, nearest) = (length, length)
      for letter in other {
        let here = places[Int(letter)]
        let swapped = ((~diagonal & here) << 1) & before
        diagonal = (((here & vertical) &+ vertical) ^ vertical) | here | vertically | swapped
        var more = vertically | ~(diagonal | vertical)
        var less = diagonal & vertical
        if more & last != 0 { distance += 1 } else if less & last != 0 { distance -= 1 }
        nearest = min(nearest, distance)
        more = more << 1 | 1
        less <<= 1
        vertical = less | ~(diagonal | more)
        vertically = more & diagonal
        before = here
      }
      return Distance(whole: distance, beginning: nearest)
    }
  }
}
