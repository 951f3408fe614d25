/// One customers.jsonl and what has been read of it.
struct CustomerGeneration: Sendable {
  let source: RecordSource
  var index = CustomerIndex()
  /// Up to where it is being read, or has been.
  private(set) var limit = 0
  /// What the file looked like from outside then.
  private(set) var seen: FileStatus?
  /// The file's first and last bytes when it had been read.
  var edges: [UInt8]?

  init(source: RecordSource) { self.source = source }

  func reading(to limit: Int, seen: FileStatus) -> CustomerGeneration {
    var copy = self
    copy.limit = limit
    copy.seen = seen
    return copy
  }

  /// A usual line, to begin with.
  private static let usualLine = 600

  /// How many customers there are, as far as those read so far tell.
  var expected: Int {
    guard limit > index.end else { return index.count }
    guard index.end > 0 else { return 1 + limit / Self.usualLine }
    return max(index.count, index.count * limit / index.end)
  }

  /// Whether the file at the path is still this one, at most with lines appended.
  func isContinued(by status: FileStatus) throws(FileError) -> Bool {
    guard status.isSameFile(as: source.status), status.size >= index.end else { return false }
    guard let edges else { return true }
    return try source.edges(before: index.end) == edges
  }

  func reader(to limit: Int, fields: SearchedFields) -> CustomerFileReader {
    CustomerFileReader(
      source,
      from: index.end,
      to: limit,
      line: index.lines,
      fields: fields
    )
  }
}
