/// What is searched of some customers, row by row: a few arrays of numbers and bytes, no objects.
struct SearchedRows: Sendable {
  private(set) var signatures: [SearchSignature] = []
  private(set) var phoneSignatures: [PhoneSignature] = []
  /// The folded text, as `SearchText` lays it out.
  private(set) var text: [UInt8] = []
  private(set) var textEnds: [Int] = [0]
  private(set) var starts: [WordStart] = []
  /// The number of the word that begins at each start.
  private(set) var words: [Vocabulary.Word] = []
  private(set) var startEnds: [Int] = [0]
  /// Telephone numbers as digits, each followed by a space.
  private(set) var phones: [UInt8] = []
  private(set) var phoneEnds: [Int] = [0]
  /// Other spellings on their way into the text.
  private var others: [UInt8] = []
  /// The words of the last row.
  private var tokens: [Vocabulary.Token] = []

  var count: Int { signatures.count }

  /// With room for as much as others have.
  init(like other: SearchedRows? = nil) {
    guard let other else { return }
    text.reserveCapacity(other.text.count + other.text.count / 16)
    starts.reserveCapacity(other.starts.count + other.starts.count / 16)
    words.reserveCapacity(other.words.count + other.words.count / 16)
  }

  /// Appends a customer; `fields` says how many there are.
  mutating func append(_ values: SearchedValues, fields: Int, _ vocabulary: inout Vocabulary) {
    let start = text.count
    var phoneSignature = PhoneSignature()
    for field in 0..<UInt8(fields) {
      if field == SearchedFields.phone {
        values.withEach(of: field) { appendPhone($0, &phoneSignature) }
      } else {
        var writer = SearchText.FieldWriter(field)
        values.withEach(of: field) { writer.append($0, to: &text, &others) }
        writer.end(&text, &others)
      }
    }
    textEnds.append(text.count)
    phoneEnds.append(phones.count)
    phoneSignatures.append(phoneSignature)
    appendWords(from: start, &vocabulary)
  }

  /// A row of others, whose words have the same numbers.
  mutating func append(_ row: Int, of other: SearchedRows) {
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

  /// Numbers the words anew: the number of each is the one at its old number.
  mutating func renumber(_ numbers: [Vocabulary.Word]) {
    for index in words.indices { words[index] = numbers[Int(words[index])] }
  }

  private mutating func appendPhone(
    _ number: UnsafeBufferPointer<UInt8>,
    _ signature: inout PhoneSignature
  ) {
    let count = PhoneDigits.append(number, to: &phones)
    guard count > 0 else { return }
    phones.withUnsafeBufferPointer {
      signature.insert(UnsafeBufferPointer(rebasing: $0[($0.count - count)...]))
    }
    phones.append(SearchText.space)
  }

  /// Finds the words of the last row, whose text begins at `start`.
  ///
  /// What stands behind its first 65,535 bytes is not searched.
  private mutating func appendWords(from start: Int, _ vocabulary: inout Vocabulary) {
    var signature = SearchSignature()
    tokens.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[start...])
      WordStart.forEach(in: text) { word, end in
        starts.append(word)
        tokens.append(Vocabulary.Token(word, end: end))
        // What follows counts too: a query may have it behind its first letters.
        signature.insert(
          word.first,
          word.offset + 1 < text.count ? text[word.offset + 1] : 0,
          word.offset + 2 < text.count ? text[word.offset + 2] : 0
        )
      }
      vocabulary.insert(&tokens, of: text, into: &words)
    }
    signatures.append(signature)
    startEnds.append(starts.count)
  }
}
