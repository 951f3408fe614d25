/// Reads customers.jsonl from some offset on, batch by batch.
struct CustomerFileReader: ~Copyable {
  private let source: RecordSource
  private let fields: SearchedFields
  private let limit: Int
  private var scanner: LineScanner
  private var reader: CustomerLineReader
  private var line: Int
  private var isAtEnd = false

  /// - Parameters:
  ///   - source: the file.
  ///   - offset: where a line begins.
  ///   - limit: where to stop at the latest: the size, or less while an import is under way.
  ///   - line: how many lines stand before `offset`.
  ///   - fields: what is searched.
  init(_ source: RecordSource, from offset: Int, to limit: Int, line: Int, fields: SearchedFields) {
    self.source = source
    self.fields = fields
    self.limit = limit
    self.line = line
    scanner = LineScanner(from: offset)
    reader = CustomerLineReader(fields)
  }

  /// The next lines; nil at the end.
  ///
  /// A last line without a newline is taken if it is a record: an editor may have left it so. If
  /// not, it may be one that is being written at this moment.
  mutating func next() throws(FileError) -> CustomerBatch? {
    guard !isAtEnd else { return nil }
    var batch = CustomerBatch()
    while !batch.isFull {
      guard let next = try scanner.next(of: source.file, limit: limit) else {
        isAtEnd = true
        break
      }
      line += 1
      batch.append(next, number: line, reader: &reader, fields: fields)
    }
    batch.end = scanner.offset
    if isAtEnd, let rest = scanner.rest, case .customer = reader.read(rest.bytes) {
      batch.append(rest, number: line + 1, reader: &reader, fields: fields)
      batch.end = rest.range.upperBound
    }
    return batch
  }
}
