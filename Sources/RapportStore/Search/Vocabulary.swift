/// The words of many customers, each once, with what tells in a moment that a word is not like
/// another.
///
/// A word is its number. Its bytes lie behind one another; a table of hashes finds it.
struct Vocabulary: Sendable {
  typealias Word = UInt32

  /// Stands for what is only found as it is typed: ids, digits, and what is longer than a word.
  static let nothing: Word = 0

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var hashes: [UInt64] = []
  private var letters: [WordLetters] = []
  private var sounds: [WordSound] = []
  /// Numbers of words plus one, at the place that the hash names or behind it; 0 is free.
  private var table: [UInt32] = Array(repeating: 0, count: 1024)

  var count: Int { hashes.count }

  init() { _ = insert(UnsafeBufferPointer(start: nil, count: 0)) }

  subscript(word: Word) -> ArraySlice<UInt8> {
    bytes[Int(ends[Int(word)])..<Int(ends[Int(word) + 1])]
  }

  /// The number of a word of some field.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, field: UInt8) -> Word {
    guard field != SearchedFields.id, word.count <= TypingError.longest,
      word.contains(where: { $0 &- 0x30 >= 10 })
    else { return Self.nothing }
    return insert(word)
  }

  /// The number of a word, which may be new.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Word {
    insert(word, hash: Self.hash(word))
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Word {
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
    while table[place] != 0 {
      let known = table[place] - 1
      if hashes[Int(known)] == hash, self[known].elementsEqual(word) { return known }
      place = (place + 1) & mask
    }
    let number = UInt32(count)
    table[place] = number + 1
    bytes += word
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    letters.append(WordLetters(word))
    sounds.append(WordSound(word))
    if count * 2 > table.count { grow() }
    return number
  }

  /// Takes in another's words; answers the number here of each word there.
  mutating func merge(_ other: Vocabulary) -> [Word] {
    other.bytes.withUnsafeBufferPointer { bytes in
      (0..<other.count).map { word in
        let place = Int(other.ends[word])..<Int(other.ends[word + 1])
        return insert(UnsafeBufferPointer(rebasing: bytes[place]), hash: other.hashes[word])
      }
    }
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: table.count * 4)
    let mask = table.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash >> 20) & mask
      while table[place] != 0 { place = (place + 1) & mask }
      table[place] = UInt32(number + 1)
    }
  }

  /// FNV-1a.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// How each word is like every part of a query, word by word; `LooseMatch.none` for most.
  ///
  /// Cost: a comparison of letters and sounds for each word, a distance for those that may be near.
  func matches(of parts: [LoosePart]) -> [LooseMatch] {
    [LooseMatch](unsafeUninitializedCapacity: parts.count * count) { matches, filled in
      bytes.withUnsafeBufferPointer { bytes in
        for word in 0..<count {
          let text = UnsafeBufferPointer(rebasing: bytes[Int(ends[word])..<Int(ends[word + 1])])
          for (index, part) in parts.enumerated() {
            let mayBe = part.mayBeLike(letters[word], sounds[word])
            let match = mayBe ? part.match(text, letters[word], sounds[word]) : .none
            matches.initializeElement(at: word * parts.count + index, to: match)
          }
        }
      }
      filled = parts.count * count
    }
  }
}
