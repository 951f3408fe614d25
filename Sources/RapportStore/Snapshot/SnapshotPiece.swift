/// The lines of one piece of customers.jsonl, as rows.
struct SnapshotPiece: Sendable {
  /// Where the piece begins in the file, and how many bytes it has.
  let start: Int
  let size: Int
  /// Which reader's dictionaries the codes belong to.
  var reader: Int
  var idHashes: [UInt64] = []
  /// Of the account a customer belongs to; 0 where there is none.
  var accountHashes: [UInt64] = []
  var offsets: [Int] = []
  var lengths: [UInt32] = []
  var isDeleted: [Bool] = []
  /// For each column the codes of all lines.
  private(set) var codes: [UInt32] = []
  var damaged = 0
  /// What is searched of all lines; the words are numbered by the reader's vocabulary.
  private(set) var searched: SearchedRows
  /// The ids one behind the other, and where each of them ends.
  private var ids: [UInt8] = []
  private var idEnds: [UInt32] = []

  /// With room for as much as another piece has.
  init(_ range: Range<Int>, reader: Int, like other: SnapshotPiece?) {
    searched = SearchedRows(like: other?.searched)
    start = range.lowerBound
    size = range.count
    self.reader = reader
  }

  var count: Int { idHashes.count }

  mutating func append(
    id: UnsafeBufferPointer<UInt8>,
    hash: UInt64,
    account: UInt64,
    range: Range<Int>,
    isDeleted: Bool
  ) {
    idHashes.append(hash)
    accountHashes.append(account)
    offsets.append(range.lowerBound)
    lengths.append(UInt32(range.count))
    self.isDeleted.append(isDeleted)
    ids.append(contentsOf: id)
    idEnds.append(UInt32(ids.count))
  }

  /// Takes what is searched of the last line.
  mutating func append(_ values: SearchedValues, fields: Int, _ vocabulary: inout Vocabulary) {
    searched.append(values, fields: fields, &vocabulary)
  }

  /// Takes codes that come line by line, and keeps them column by column.
  ///
  /// What is read of a column later is then together, and turning a piece costs little while it is in
  /// the processor's cache.
  mutating func setCodes(ofLines lines: [UInt32], columns: Int) {
    codes = [UInt32](unsafeUninitializedCapacity: lines.count) { codes, filled in
      lines.withUnsafeBufferPointer { lines in
        for line in 0..<count {
          for column in 0..<columns {
            codes[column * count + line] = lines[line * columns + column]
          }
        }
      }
      filled = lines.count
    }
  }

  func id(_ line: Int) -> ArraySlice<UInt8> {
    ids[(line == 0 ? 0 : Int(idEnds[line - 1]))..<Int(idEnds[line])]
  }
}
