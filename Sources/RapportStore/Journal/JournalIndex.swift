import JSONLogic
import RapportCore

/// Where each customer's lines stand in one journal file.
///
/// Only places are kept; records are read when they are asked for. Lines that name nobody, or have no
/// id, are passed over. Of the lines with one id the last one counts, whoever it is about.
struct JournalIndex {
  let path: String
  private var ranges: [String: [Range<Int>]] = [:]
  /// The last lines that name somebody, the oldest first; in the order of the file, which is that of
  /// time where contacts are logged as they end.
  private var latest: [Range<Int>] = []
  /// Where somebody was promised a follow-up that was not kept since, by customer.
  private var promises: [String: Promised] = [:]
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
    let scanner = try JournalScanner(fields: Self.fields, path: path)
    var corrected: Set<String> = []
    end = try scanner.scan(file, from: end, to: now.size) { line, range in
      guard let id = line.text(0), !id.isEmpty else { return }
      if id > highest { highest = id } else { repeated[Self.hash(id)] = range.lowerBound }
      guard let customer = line.text(1) else { return }
      if line.flag(6) == true {
        corrected.insert(customer)
        return
      }
      ranges[customer, default: []].append(range)
      note(customer, line, range)
    }
    for customer in corrected { try readPromise(to: customer, in: file) }
  }

  private static let fields = [
    "id", "customer", "followUp.at", "followUp.by", "agent", "outcome", "deleted", "intent",
    "continues",
  ]
  /// Lines that are remembered as the last ones, and how many they may become before the oldest go.
  private static let remembered = 2_000

  private mutating func note(_ customer: String, _ line: JournalLine, _ range: Range<Int>) {
    latest.append(range)
    if latest.count >= 2 * Self.remembered { latest.removeFirst(latest.count - Self.remembered) }
    if line.text(2) != nil {
      let by = line.text(3) ?? line.text(4) ?? ""
      promises[customer] = Promised(by, in: line.text(0), about: line.text(7), at: range)
    } else if let promised = promises[customer],
      promised.occasion.isKept(outcome: line.text(5), about: line.text(7), continuing: line.text(8))
    {
      promises[customer] = nil
    }
  }

  /// What was promised to a customer before a line that was taken back counts again.
  private mutating func readPromise(
    to customer: String,
    in file: borrowing OpenFile
  ) throws(FileError) {
    promises[customer] = nil
    for range in ranges[customer] ?? [] {
      guard let record = record(at: range, of: customer, in: file) else { continue }
      if record["followUp"]?["at"]?.stringValue != nil {
        let by = record["followUp"]?["by"] ?? record["agent"]
        promises[customer] = Promised(
          by?.stringValue ?? "",
          in: record["id"]?.stringValue,
          about: record["intent"]?.stringValue,
          at: range
        )
      } else if let promised = promises[customer],
        promised.occasion.isKept(
          outcome: record["outcome"]?.stringValue,
          about: record["intent"]?.stringValue,
          continuing: record["continues"]?.stringValue
        )
      {
        promises[customer] = nil
      }
    }
  }

  /// The last records that name somebody, the newest first, as long as `body` wants more.
  func forEachLatest(_ body: (JSONObject) -> Bool) throws(FileError) {
    guard !latest.isEmpty else { return }
    let file = try OpenFile(path, for: .reading)
    for range in latest.reversed().prefix(Self.remembered) {
      guard let record = record(at: range, of: nil, in: file) else { continue }
      if !body(record) { return }
    }
  }

  /// The records in which follow-ups were promised that are still open: an agent's, or everybody's.
  func promises(by agent: String?) throws(FileError) -> [JSONObject] {
    let places = promises.filter { agent == nil || $0.value.by == agent }
    guard !places.isEmpty else { return [] }
    let file = try OpenFile(path, for: .reading)
    var records: [JSONObject] = []
    for (customer, promise) in places {
      if let record = record(at: promise.place, of: customer, in: file) {
        records.append(record)
      }
    }
    return records
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
      if let record = record(at: range, of: customer, in: file) { records.append(record) }
    }
    return records
  }

  /// The record at a place; nil where another one took its place, or it is not the customer's.
  private func record(
    at range: Range<Int>,
    of customer: String?,
    in file: borrowing OpenFile
  ) -> JSONObject? {
    // A line that changed under us is not this customer's any more.
    guard case .object(let record)? = try? JSON(parsing: file.read(range)),
      customer == nil || record["customer"]?.stringValue == customer,
      let id = record["id"]?.stringValue,
      repeated[Self.hash(id)].map({ $0 <= range.lowerBound }) ?? true
    else { return nil }
    return record
  }
}
