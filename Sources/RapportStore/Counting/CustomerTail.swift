import JSONLogic
import RapportCore

/// The lines behind a snapshot, and whom of its customers they replace or concern.
struct CustomerTail: Sendable {
  struct Row: Sendable {
    var id: String
    var account: String?
    var range: Range<Int>
  }

  /// Where the latest line of each customer stands; nil where it deletes them.
  private(set) var latest: [String: Range<Int>?] = [:]
  /// Lines that could not be read.
  private(set) var damaged = 0

  init(_ source: RecordSource, from start: Int, to limit: Int) throws(FileError) {
    guard limit > start else { return }
    var scanner = LineScanner(from: start)
    while let line = try scanner.next(of: source.file, limit: limit) { take(line) }
    // A last line without a newline counts if it is a record, as everywhere else.
    if let rest = scanner.rest, Self.id(of: rest) != nil { take(rest) }
  }

  private mutating func take(_ line: RecordLine) {
    guard !line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) || line.isTooLong
    else { return }
    guard let (id, isDeleted) = Self.id(of: line) else {
      damaged += 1
      return
    }
    latest[id] = .some(isDeleted ? nil : line.range)
  }

  private static func id(of line: RecordLine) -> (id: String, isDeleted: Bool)? {
    guard !line.isTooLong, let record = try? JSON(parsing: line.bytes),
      let id = record["id"]?.stringValue, !id.isEmpty
    else { return nil }
    return (id, record["deleted"]?.boolValue ?? false)
  }
}
