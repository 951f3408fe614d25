import JSONLogic

/// All lines of a small journal, in its order.
struct JournalRecords {
  private let path: String

  init(_ path: String) { self.path = path }

  /// A file that is not there is empty; lines that cannot be read are passed over: `check` names them.
  func records() throws(FileError) -> [JSONObject] {
    guard let status = try FileStatus(at: path) else { return [] }
    let file = try OpenFile(path, for: .reading)
    var scanner = LineScanner(from: 0)
    var records: [JSONObject] = []
    while let line = try scanner.next(of: file, limit: status.size) {
      if case .object(let record)? = try? JSON(parsing: line.bytes) { records.append(record) }
    }
    return records
  }
}
