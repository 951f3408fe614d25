/// One error of a hand: a letter missing, wrong, too many, or swapped with its neighbour.
enum TypingSlip {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")
  /// Shorter words are hardly told from others when one letter is wrong.
  private static let shortest = 5

  /// Nil where the word has too few letters of a to z, or none that changes it.
  static func made(
    in word: String?,
    using random: inout some RandomNumberGenerator
  ) -> String? {
    guard let word else { return nil }
    var result = Array(word)
    let places = result.indices.filter { letters.contains(Character(result[$0].lowercased())) }
    guard places.count >= shortest, let place = places.randomElement(using: &random),
      let letter = letters.randomElement(using: &random)
    else { return nil }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: result.remove(at: place)
    case 1: result[place] = letter
    case 2: result.insert(letter, at: place)
    default: result.swapAt(place, place > 0 ? place - 1 : 1)
    }
    let slip = String(result)
    return slip.lowercased() == word.lowercased() ? nil : slip
  }
}
