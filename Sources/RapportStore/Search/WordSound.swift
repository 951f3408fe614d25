/// How a folded word sounds: two words sound alike where one of the keys is the same.
///
/// Three keys: Cologne phonetics for German; NYSIIS for English; and NYSIIS once more behind the
/// spelling rules that French, Italian, Spanish and Portuguese share (soft c and g, silent h, qu, gn,
/// gl), so that Cecilia is Sesilia and Bologna Bolona. Keys that are too short to tell anything, and
/// those of words with digits or other letters than a to z, are like nothing.
struct WordSound: Sendable, Equatable {
  private let german: UInt32
  private let english: UInt32
  private let romance: UInt32

  /// Shorter words sound like too many.
  static let shortest = 3
  /// So much of a key is compared, by a hash of it (FNV-1a).
  private static let longestKey = 12

  /// That of a word which sounds like nothing.
  static let none = WordSound()

  private init() { (german, english, romance) = (0, 0, 0) }

  init(_ word: some BidirectionalCollection<UInt8>) {
    guard word.count >= Self.shortest, word.allSatisfy({ $0 &- 0x61 < 26 }) else {
      self = .none
      return
    }
    let cologne = ColognePhonetics.key(word)
    let consonants = cologne.count - (cologne.first == 0x30 ? 1 : 0)
    german = consonants >= 2 ? Self.packed(cologne) : 0
    english = Self.packed(NYSIIS.key(word), atLeast: 3)
    romance = Self.packed(NYSIIS.key(RomanceSpelling.plain(word)), atLeast: 3)
  }

  /// The keys, each with which of the three it is in front; words sound alike that share one.
  var keys: [UInt64] {
    zip([german, english, romance], UInt64(1)...).filter { $0.0 != 0 }
      .map { $0.1 << 32 | UInt64($0.0) }
  }

  @inline(__always)
  func isLike(_ other: WordSound) -> Bool {
    german != 0 && german == other.german || english != 0 && english == other.english
      || romance != 0 && romance == other.romance
  }

  private static func packed(_ key: [UInt8], atLeast least: Int = 1) -> UInt32 {
    key.count < least
      ? 0 : key.prefix(longestKey).reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
