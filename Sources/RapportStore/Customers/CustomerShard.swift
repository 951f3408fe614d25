/// Some customers, as they are searched by looking at each.
struct CustomerShard: Sendable {
  /// So many that a search can look whether it is still wanted between two shards.
  static let capacity = 8192

  /// Where each one's line stands in the file.
  private(set) var ranges: [Range<Int>] = []
  private(set) var ids: [String] = []
  private(set) var isLive: [Bool] = []
  private(set) var searched = SearchedRows()

  var count: Int { ids.count }

  init() {}

  /// The lines of a piece.
  init(_ piece: SnapshotPiece) {
    ids = (0..<piece.count).map { String(decoding: piece.id($0), as: UTF8.self) }
    ranges = zip(piece.offsets, piece.lengths).map { $0..<$0 + Int($1) }
    isLive = piece.isDeleted.map { !$0 }
    searched = piece.searched
  }

  mutating func append(
    id: String,
    range: Range<Int>,
    _ values: SearchedValues,
    fields: Int,
    _ vocabulary: inout Vocabulary
  ) {
    ids.append(id)
    ranges.append(range)
    isLive.append(true)
    searched.append(values, fields: fields, &vocabulary)
  }

  mutating func append(_ row: Int, of other: CustomerShard) {
    ids.append(other.ids[row])
    ranges.append(other.ranges[row])
    isLive.append(other.isLive[row])
    searched.append(row, of: other.searched)
  }

  /// Numbers the words anew: the number of each is the one at its old number.
  mutating func renumber(_ numbers: [Vocabulary.Word]) { searched.renumber(numbers) }

  mutating func remove(_ row: Int) { isLive[row] = false }
}
