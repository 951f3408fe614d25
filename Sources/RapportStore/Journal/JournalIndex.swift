import JSONLogic

/// Where each customer's lines stand in one journal file.
///
/// Only places are kept; records are read when they are asked for. Lines that name nobody, or have no
/// id, are passed over. Of the lines with one id the last one counts, whoever it is about.
struct JournalIndex {
  let path: String
  private var ranges: [String: [Range<Int>]] = [:]
  /// Where the last line stands of an id that may have come before, by its hash: ids ascend, so these
  /// are few.
  private var repeated: [UInt64: Int] = [:]
  private var highest = ""
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
    let scanner = try JournalScanner(fields: ["id", "customer"], path: path)
    end = try scanner.scan(file, from: end, to: now.size) { line, range in
      guard let id = line.text(0), !id.isEmpty else { return }
      if id > highest { highest = id } else { repeated[Self.hash(id)] = range.lowerBound }
      if let customer = line.text(1) { ranges[customer, default: []].append(range) }
    }
  }

  private static func hash(_ id: String) -> UInt64 {
    SnapshotHash.hash(id, seed: SnapshotHash.anySeed)
  }

  /// The customer's records in the order of the file.
  func records(of customer: String) throws(FileError) -> [JSONObject] {
    guard let places = ranges[customer] else { return [] }
    let file = try OpenFile(path, for: .reading)
    var records: [JSONObject] = []
    for range in places {
      // A line that changed under us is not this customer's any more.
      guard case .object(let record)? = try? JSON(parsing: file.read(range)),
        record["customer"]?.stringValue == customer, let id = record["id"]?.stringValue,
        repeated[Self.hash(id)].map({ $0 <= range.lowerBound }) ?? true
      else { continue }
      records.append(record)
    }
    return records
  }
}
