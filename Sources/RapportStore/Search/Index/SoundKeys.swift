/// How the words that may be guessed sound, in order, and which words they are.
struct SoundKeys: Sendable {
  private(set) var keys: [UInt64] = []
  private(set) var words: [UInt32] = []

  init(_ words: SortedWords) async {
    let half = words.guessable.count / 2
    async let first = Self.keys(of: words, words.guessable[..<half])
    async let second = Self.keys(of: words, words.guessable[half...])
    let all = await first + second
    let order = RadixSort.order(of: all.map(\.key))
    keys = order.map { all[Int($0)].key }
    self.words = order.map { all[Int($0)].word }
  }

  @concurrent private static func keys(
    of words: SortedWords,
    _ some: ArraySlice<UInt32>
  ) async -> [(key: UInt64, word: UInt32)] {
    var keys: [(key: UInt64, word: UInt32)] = []
    for word in some { for key in WordSound(words[word]).keys { keys.append((key, word)) } }
    return keys
  }
}
