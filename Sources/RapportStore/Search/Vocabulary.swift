/// The words of many customers, in the order of their appearance.
///
/// A word is its number. Its bytes lie behind one another; a table of hashes finds it. What looks like a
/// number of a customer's own is taken in anew each time: looking for it would be in vain and slow.
struct Vocabulary: Sendable {
  typealias Word = UInt32

  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = [0]
  /// Those that may be meant by a word that is like them, in the order in which that was learnt.
  private(set) var guessable: [Word] = []
  private var isGuessable: [Bool] = []
  /// At the place that a hash names or behind it: its upper half, and the number of the word plus one;
  /// 0 is free.
  private var table: [UInt64] = Array(repeating: 0, count: 1024)
  private var tableCount = 0
  /// Keeps the looks at the table from being left out.
  private var lastTouched: UInt64 = 0

  var count: Int { ends.count - 1 }

  subscript(word: Word) -> ArraySlice<UInt8> {
    bytes[Int(ends[Int(word)])..<Int(ends[Int(word) + 1])]
  }

  /// A word of a text, and the hash of it where it is looked for.
  struct Token: Sendable {
    var start: WordStart
    var end: Int
    fileprivate var hash: UInt64 = 0
    fileprivate var digits = 0

    init(_ start: WordStart, end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// Appends the numbers of some words of a text, which may be new.
  ///
  /// Ids, digits, and what is longer than a word are only found as they are typed. Looking in the table
  /// is waiting for memory: all places are looked at before the first is used, so that the waits are one.
  mutating func insert(
    _ tokens: inout [Token],
    of text: UnsafeBufferPointer<UInt8>,
    into words: inout [Word]
  ) {
    var touched: UInt64 = 0
    table.withUnsafeBufferPointer { table in
      let mask = UInt64(table.count - 1)
      for index in tokens.indices {
        let word = tokens[index].word(in: text)
        let digits = word.reduce(0) { $0 &+ ($1 &- 0x30 < 10 ? 1 : 0) }
        tokens[index].digits = digits
        if digits >= Self.digitsOfNumber, word.count > Self.digitsOfNumber { continue }
        let hash = SnapshotHash.hash(UnsafeRawBufferPointer(word), seed: SnapshotHash.anySeed)
        tokens[index].hash = hash
        touched ^= table[Int(truncatingIfNeeded: hash & mask)]
      }
    }
    lastTouched = touched
    for token in tokens {
      let word = token.word(in: text)
      let number = token.hash == 0 ? append(word) : insert(word, hash: token.hash)
      words.append(number)
      guard token.start.field != SearchedFields.id, !isGuessable[Int(number)] else { continue }
      if Self.mayBeGuessed(word, digits: token.digits) { noteGuessable(number) }
    }
  }

  /// Of so many digits and more, and one thing beside them, are postcodes no more, but numbers.
  private static let digitsOfNumber = 5

  /// Whether somebody may mean a word by one that is like it: not where it is a number, but for a few
  /// letters.
  static func mayBeGuessed(_ word: some Collection<UInt8>, digits: Int) -> Bool {
    let others = word.count - digits
    return word.count <= TypingError.longest && others > 0
      && (others >= WordSound.shortest || digits < digitsOfNumber)
  }

  private mutating func noteGuessable(_ word: Word) {
    isGuessable[Int(word)] = true
    guessable.append(word)
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Word {
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while table[place] != 0 {
      if table[place] >> 32 == hash >> 32 {
        let known = UInt32(truncatingIfNeeded: table[place]) &- 1
        if isSame(known, word) { return known }
      }
      place = (place + 1) & mask
    }
    let number = append(word)
    table[place] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    tableCount += 1
    if tableCount * 2 > table.count { grow() }
    return number
  }

  private mutating func append(_ word: UnsafeBufferPointer<UInt8>) -> Word {
    let number = UInt32(count)
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    isGuessable.append(false)
    return number
  }

  private func isSame(_ known: Word, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[Int(known)])
    guard Int(ends[Int(known) + 1]) - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in word.indices where bytes[start + index] != word[index] { return false }
      return true
    }
  }

  /// Takes in another's words; answers the number here of each word there.
  mutating func merge(_ other: Vocabulary) -> [Word] {
    other.bytes.withUnsafeBufferPointer { bytes in
      (0..<other.count).map { word in
        let place = Int(other.ends[word])..<Int(other.ends[word + 1])
        let text = UnsafeBufferPointer(rebasing: bytes[place])
        let hash = SnapshotHash.hash(UnsafeRawBufferPointer(text), seed: SnapshotHash.anySeed)
        let number = insert(text, hash: hash)
        if other.isGuessable[word], !isGuessable[Int(number)] { noteGuessable(number) }
        return number
      }
    }
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: 0, count: old.count * 4)
    let mask = table.count - 1
    bytes.withUnsafeBytes { bytes in
      for entry in old where entry != 0 {
        let number = Int(entry & 0xFFFF_FFFF) - 1
        let word = UnsafeRawBufferPointer(
          rebasing: bytes[Int(ends[number])..<Int(ends[number + 1])]
        )
        let hash = SnapshotHash.hash(word, seed: SnapshotHash.anySeed)
        var place = Int(truncatingIfNeeded: hash) & mask
        while table[place] != 0 { place = (place + 1) & mask }
        table[place] = entry
      }
    }
  }
}

extension Vocabulary.Token {
  @inline(__always)
  fileprivate func word(in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[start.offset..<end])
  }
}
