import JSONLogic
import RapportCore

/// The customers whose record changed since a moment, with the record before.
///
/// Whoever has no earlier line counts only where they became a customer since: of others it is not known
/// what was known before. Reads the file twice where somebody changed, about two seconds for a million
/// customers.
struct ChangedRecords {
  /// How many are compared one by one.
  static let most = 20_000

  struct Change {
    var id: UInt64
    /// The last line before the moment, and the last line of all.
    var before: Range<Int>?
    var after: Range<Int>
  }

  private let source: RecordSource
  private let path: String
  private let end: Int
  private let zone: Zone
  private static let fields = ["id", "updated", "asOf"]

  /// Nil where there are no customers.
  init?(_ location: StoreLocation, zone: Zone) throws(FileError) {
    path = location.customers
    guard try FileStatus(at: path) != nil else { return nil }
    source = try RecordSource(path)
    let size = source.status.size
    end = min(size, try ImportMarks(location).openSize() ?? size)
    self.zone = zone
  }

  /// In no order; only how many where they are too many.
  func changes(since start: Instant) throws(FileError) -> (changes: [Change], count: Int) {
    var changed: [UInt64: Change] = [:]
    try scan { id, written, range in
      guard let written, written >= start else {
        // Without a time it is as old as the line before it.
        if changed[id] != nil, written == nil { changed[id]?.after = range }
        return
      }
      changed[id] = Change(id: id, before: nil, after: range)
    }
    guard !changed.isEmpty, changed.count <= Self.most else { return ([], changed.count) }
    try scan { id, written, range in
      guard let change = changed[id], range.lowerBound < change.after.lowerBound,
        written.map({ $0 < start }) ?? (change.before == nil)
      else { return }
      changed[id]?.before = range
    }
    return (Array(changed.values), changed.count)
  }

  func customer(at range: Range<Int>) throws(FileError) -> Customer? {
    let customer = try source.customer(in: range)
    return customer?.record["deleted"]?.boolValue == true ? nil : customer
  }

  private func scan(
    _ body: (UInt64, Instant?, Range<Int>) -> Void
  ) throws(FileError) {
    let scanner = try JournalScanner(fields: Self.fields, path: path)
    _ = try scanner.scan(source.file, from: 0, to: end) { line, range in
      guard let id = line.hash(0, seed: SnapshotHash.anySeed) else { return }
      let written =
        line.text(1).flatMap { Instant(parsing: $0) }
        ?? line.text(2).flatMap { CalendarDate(parsing: $0) }.map { zone.start(of: $0) }
      body(id, written, range)
    }
  }
}
