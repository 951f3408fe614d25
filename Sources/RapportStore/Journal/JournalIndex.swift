import CSimdJSON
import Glibc
import JSONLogic

/// Where each customer's lines stand in one journal file.
///
/// Only places are kept; records are read when they are asked for. Lines that cannot be read, or
/// that name nobody, are passed over here: `check` names them.
struct JournalIndex {
  let path: String
  private var ranges: [String: [Range<Int>]] = [:]
  /// Up to where the file has been read.
  private var end = 0
  private var status: FileStatus?

  init(_ path: String) { self.path = path }

  /// Reads what was appended since the last call; everything where the file was put in anew.
  ///
  /// A file that is not there is empty.
  mutating func catchUp() throws(FileError) {
    guard let now = try FileStatus(at: path) else {
      self = JournalIndex(path)
      return
    }
    if let status, !status.isSameFile(as: now) || now.size < end { self = JournalIndex(path) }
    status = now
    guard now.size > end else { return }
    let file = try OpenFile(path, for: .reading)
    guard let reader = simd_reader_create() else { throw FileError(.read, path, code: ENOMEM) }
    defer { simd_reader_destroy(reader) }
    simd_reader_add(reader, "customer")
    var scanner = LineScanner(from: end)
    while let line = try scanner.next(of: file, limit: now.size) {
      if let customer = Self.customer(of: line, reader) {
        ranges[customer, default: []].append(line.range)
      }
    }
    end = scanner.offset
  }

  /// The customer's records in the order of the file, at most the last `limit`.
  func records(of customer: String, last limit: Int) throws(FileError) -> [JSONObject] {
    guard let places = ranges[customer] else { return [] }
    let file = try OpenFile(path, for: .reading)
    var records: [JSONObject] = []
    for range in places.suffix(limit) {
      // A line that changed under us is not this customer's any more.
      guard case .object(let record)? = try? JSON(parsing: file.read(range)),
        record["customer"]?.stringValue == customer
      else { continue }
      records.append(record)
    }
    return records
  }

  private static func customer(of line: RecordLine, _ reader: OpaquePointer) -> String? {
    guard let start = line.bytes.baseAddress, !line.bytes.isEmpty,
      simd_reader_read(reader, start, line.bytes.count) == SIMD_OBJECT
    else { return nil }
    var count = 0
    guard let value = simd_reader_values(reader, &count), count == 1,
      value.pointee.kind == SIMD_TEXT
    else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(start: value.pointee.text, count: value.pointee.length),
      as: UTF8.self
    )
  }
}
