/// Which rows of a shard have each word, so that a guess looks at those rows only.
struct WordPostings: Sendable {
  /// A row that has a word, and the field it has it in.
  struct Entry: Sendable {
    private var bits: UInt32

    init(row: Int, field: UInt8) { bits = UInt32(row) << 8 | UInt32(field) }

    var row: Int { Int(bits >> 8) }
    var field: UInt8 { UInt8(truncatingIfNeeded: bits) }
  }

  /// Each word of the shard once.
  private(set) var words: [Vocabulary.Word] = []
  private(set) var ends: [Int] = [0]
  /// Word by word, in the order of the rows.
  private(set) var entries: [Entry] = []

  init() {}

  /// Of the words of all rows behind one another, in which fields they are, and where each row's end;
  /// `vocabulary` is how many words there are.
  init(_ words: [Vocabulary.Word], _ starts: [WordStart], ends rowEnds: [Int], vocabulary: Int) {
    var places = [Int](repeating: 0, count: vocabulary + 1)
    for word in words where word != Vocabulary.nothing { places[Int(word) + 1] += 1 }
    for word in 0..<vocabulary where places[word + 1] > 0 {
      self.words.append(Vocabulary.Word(word))
      ends.append((ends.last ?? 0) + places[word + 1])
    }
    for word in 0..<vocabulary { places[word + 1] += places[word] }
    entries = [Entry](repeating: Entry(row: 0, field: 0), count: places[vocabulary])
    for row in 0..<rowEnds.count - 1 {
      for index in rowEnds[row]..<rowEnds[row + 1] where words[index] != Vocabulary.nothing {
        entries[places[Int(words[index])]] = Entry(row: row, field: starts[index].field)
        places[Int(words[index])] += 1
      }
    }
  }

  /// Numbers the words anew: the number of each is the one at its old number.
  mutating func renumber(_ numbers: [Vocabulary.Word]) {
    for index in words.indices { words[index] = numbers[Int(words[index])] }
  }
}
