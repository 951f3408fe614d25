/// The lines of one piece of customers.jsonl, read and ready to be taken into the index.
struct CustomerBatch: Sendable {
  enum Entry: Sendable {
    /// A row of the shard.
    case customer(row: Int)
    case deleted(id: String)
    case damaged(line: Int, reason: String)
  }

  var shard = CustomerShard()
  var entries: [Entry] = []
  /// The words of the shard.
  var vocabulary = Vocabulary()
  /// Up to where the file has been read.
  var end = 0

  var isFull: Bool { shard.count >= CustomerShard.capacity || entries.count >= 65_536 }

  mutating func append(
    _ line: RecordLine,
    number: Int,
    reader: inout CustomerLineReader,
    fields: SearchedFields
  ) {
    if line.isTooLong {
      let limit = LineScanner.longestLine >> 20
      entries.append(.damaged(line: number, reason: "the line is longer than \(limit) MiB"))
      return
    }
    if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
    switch reader.read(line.bytes) {
    case .damaged(let reason):
      entries.append(.damaged(line: number, reason: reason))
    case .deleted(let id):
      entries.append(.deleted(id: id))
    case .customer(let id):
      entries.append(.customer(row: shard.count))
      shard.append(
        id: id,
        range: line.range,
        reader.values,
        fields: fields.names.count,
        &vocabulary
      )
    }
  }
}
