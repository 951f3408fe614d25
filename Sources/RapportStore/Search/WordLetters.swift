/// Which letters a word has, in all and at its beginning, so that most words can be told from one
/// another without counting typing errors.
struct WordLetters: Sendable {
  /// A bit for each letter, and a few for all other bytes.
  let all: UInt32
  let head: UInt32
  let longHead: UInt32

  /// So many letters are the head of a word that may have one error, and two.
  static let headForOne = 4
  static let headForTwo = 6

  init(_ word: some Collection<UInt8>) {
    all = Self.bits(word)
    head = Self.bits(word.prefix(Self.headForOne))
    longHead = Self.bits(word.prefix(Self.headForTwo))
  }

  static func bits(_ word: some Collection<UInt8>) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 &- 0x61 < 26 ? $1 &- 0x61 : 26 + $1 % 6) }
  }
}
