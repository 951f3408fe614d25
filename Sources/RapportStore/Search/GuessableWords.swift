/// The words of a vocabulary that may be meant by others, with what tells in a moment that a word is
/// not like another.
struct GuessableWords: Sendable {
  private(set) var numbers: [Vocabulary.Word] = []
  private(set) var letters: [WordLetters] = []
  private(set) var sounds: [WordSound] = []

  /// Takes in the words that the vocabulary has learnt since.
  mutating func update(_ vocabulary: Vocabulary) {
    for word in vocabulary.guessable[numbers.count...] {
      numbers.append(word)
      letters.append(WordLetters(vocabulary[word]))
      sounds.append(WordSound(vocabulary[word]))
    }
  }

  /// All of them, without counting references; alive as long as the closure that it is handed to.
  struct View {
    let numbers: UnsafeBufferPointer<Vocabulary.Word>
    let letters: UnsafeBufferPointer<WordLetters>
    let sounds: UnsafeBufferPointer<WordSound>
    /// The vocabulary's.
    let bytes: UnsafeBufferPointer<UInt8>
    let ends: UnsafeBufferPointer<UInt32>

    /// Of `numbers`, at a position.
    func text(at position: Int) -> UnsafeBufferPointer<UInt8> {
      let word = Int(numbers[position])
      guard word + 1 < ends.count, ends[word] <= ends[word + 1], ends[word + 1] <= bytes.count
      else {
        return UnsafeBufferPointer(rebasing: bytes[..<0])
      }
      return UnsafeBufferPointer(rebasing: bytes[Int(ends[word])..<Int(ends[word + 1])])
    }
  }

  func withView<Result>(_ vocabulary: Vocabulary, _ body: (View) -> Result) -> Result {
    numbers.withUnsafeBufferPointer { numbers in
      letters.withUnsafeBufferPointer { letters in
        sounds.withUnsafeBufferPointer { sounds in
          vocabulary.bytes.withUnsafeBufferPointer { bytes in
            vocabulary.ends.withUnsafeBufferPointer { ends in
              body(
                View(numbers: numbers, letters: letters, sounds: sounds, bytes: bytes, ends: ends)
              )
            }
          }
        }
      }
    }
  }
}
