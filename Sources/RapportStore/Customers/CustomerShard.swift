/// Some customers, as they are searched: a few arrays of numbers and bytes, no objects.
struct CustomerShard: Sendable {
  /// So many that a search can look whether it is still wanted between two shards.
  static let capacity = 8192

  /// Where each one's line stands in the file.
  private(set) var ranges: [Range<Int>] = []
  private(set) var ids: [String] = []
  private(set) var isLive: [Bool] = []
  private(set) var signatures: [SearchSignature] = []
  private(set) var phoneSignatures: [PhoneSignature] = []
  private(set) var text: [UInt8] = []
  private(set) var textEnds: [Int] = [0]
  private(set) var starts: [WordStart] = []
  /// The number of the word that begins at each start.
  private(set) var words: [Vocabulary.Word] = []
  /// Of the rows that were there when it was made.
  private(set) var postings = WordPostings()
  private(set) var startEnds: [Int] = [0]
  /// Telephone numbers as digits, each followed by a space.
  private(set) var phones: [UInt8] = []
  private(set) var phoneEnds: [Int] = [0]

  var count: Int { ids.count }

  mutating func append(
    id: String,
    range: Range<Int>,
    values: [(field: UInt8, text: [UInt8])],
    fields: SearchedFields,
    vocabulary: inout Vocabulary
  ) {
    let start = text.count
    phoneSignatures.append(PhoneSignature())
    for field in 0..<UInt8(fields.names.count) {
      let own = values.lazy.filter { $0.field == field }.map(\.text)
      switch field {
      case SearchedFields.phone: own.forEach { appendPhone($0) }
      case SearchedFields.name: append(field, Self.distinct(Array(own)))
      default: append(field, Array(own))
      }
    }
    ids.append(id)
    ranges.append(range)
    isLive.append(true)
    textEnds.append(text.count)
    phoneEnds.append(phones.count)
    text.withUnsafeBufferPointer {
      let own = UnsafeBufferPointer(rebasing: $0[start...])
      signatures.append(WordStart.append(of: own, to: &starts))
      for start in starts[words.count...] {
        words.append(vocabulary.insert(start.word(in: own), field: start.field))
      }
    }
    startEnds.append(starts.count)
  }

  /// Numbers the words anew: the number of each is the one at its old number.
  mutating func renumber(_ numbers: [Vocabulary.Word]) {
    for index in words.indices { words[index] = numbers[Int(words[index])] }
    postings.renumber(numbers)
  }

  /// Notes who has each word; after the last row was appended.
  mutating func post(_ vocabulary: Vocabulary) {
    postings = WordPostings(words, starts, ends: startEnds, vocabulary: vocabulary.count)
  }

  mutating func append(_ other: CustomerShard, row: Int) {
    ids.append(other.ids[row])
    ranges.append(other.ranges[row])
    isLive.append(other.isLive[row])
    signatures.append(other.signatures[row])
    phoneSignatures.append(other.phoneSignatures[row])
    text += other.text[other.textEnds[row]..<other.textEnds[row + 1]]
    textEnds.append(text.count)
    starts += other.starts[other.startEnds[row]..<other.startEnds[row + 1]]
    words += other.words[other.startEnds[row]..<other.startEnds[row + 1]]
    startEnds.append(starts.count)
    phones += other.phones[other.phoneEnds[row]..<other.phoneEnds[row + 1]]
    phoneEnds.append(phones.count)
  }

  mutating func remove(_ row: Int) { isLive[row] = false }

  private mutating func appendPhone(_ number: [UInt8]) {
    let count = number.withUnsafeBufferPointer { PhoneDigits.append($0, to: &phones) }
    guard count > 0 else { return }
    phones.withUnsafeBufferPointer {
      let digits = UnsafeBufferPointer(rebasing: $0[($0.count - count)...])
      phoneSignatures[phoneSignatures.count - 1].insert(digits)
    }
    phones.append(SearchText.space)
  }

  private mutating func append(_ field: UInt8, _ values: [[UInt8]]) {
    guard !values.isEmpty else { return }
    var joined: [UInt8] = []
    var ends = [0]
    for value in values {
      joined += value
      ends.append(joined.count)
    }
    joined.withUnsafeBufferPointer { bytes in
      let parts = zip(ends, ends.dropFirst()).map {
        UnsafeBufferPointer(rebasing: bytes[$0..<$1])
      }
      SearchText.append(field: field, parts, to: &text)
    }
  }

  /// The names that are not part of a longer one: of "Zoë Müller", "Zoë" and "Müller" the first.
  private static func distinct(_ names: [[UInt8]]) -> [[UInt8]] {
    var kept: [[UInt8]] = []
    for name in names.sorted(by: { $0.count > $1.count })
    where !kept.contains(where: { contains($0, name) }) {
      kept.append(name)
    }
    return kept
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains { text[$0...].starts(with: word) }
  }
}
