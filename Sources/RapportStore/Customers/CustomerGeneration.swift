import RapportCore

/// One customers.jsonl and what is known of it: a snapshot, and the lines behind it.
struct CustomerGeneration: Sendable {
  let source: RecordSource
  /// Nil while it is being made.
  private(set) var snapshot: Snapshot?
  private(set) var indexed: IndexedCustomers?
  /// Behind the snapshot, or those read so far where there is none.
  private(set) var scanned = ScannedCustomers()
  /// Up to where it is being read, or has been.
  private(set) var limit = 0
  /// What the file looked like from outside then.
  private(set) var seen: FileStatus?
  /// The file's first and last bytes when it had been read.
  private var edges: [UInt8]?

  init(source: RecordSource) { self.source = source }

  /// A usual line, to begin with.
  private static let usualLine = 600

  /// Up to where the file has been read.
  var end: Int { scanned.end }

  /// How many customers have been read.
  var count: Int {
    scanned.count + (indexed.map { $0.total - $0.gone.count } ?? 0)
  }

  /// How many customers there are, as far as those read so far tell.
  var expected: Int {
    guard limit > end else { return count }
    guard end > 0 else { return 1 + limit / Self.usualLine }
    return max(count, count * limit / end)
  }

  /// Whether all have been read, and can be found by errors too.
  var isComplete: Bool { snapshot != nil && end >= limit }

  var damaged: Int { scanned.damaged + (snapshot?.damaged ?? 0) }

  mutating func read(to limit: Int, seen: FileStatus) {
    self.limit = limit
    self.seen = seen
  }

  /// Notes that what was to be read was not.
  mutating func failedToRead() {
    limit = end
    seen = nil
  }

  /// Takes a snapshot and answers whether it could: not where it is damaged.
  ///
  /// What is behind it has yet to be read.
  mutating func take(_ snapshot: Snapshot) -> Bool {
    guard let index = snapshot.search, let live = snapshot.liveRows else { return false }
    self.snapshot = snapshot
    indexed = IndexedCustomers(index, live: live)
    scanned = ScannedCustomers(from: snapshot.key.end)
    return true
  }

  /// Takes lines behind the snapshot; whom they name is not looked up in it any more.
  mutating func take(_ batch: CustomerBatch) {
    scanned.merge(batch)
    guard let snapshot else { return }
    for entry in batch.entries {
      switch entry {
      case .customer(let row):
        snapshot.row(of: batch.shard.ids[row]).map { indexed?.remove($0) }
      case .deleted(let id): snapshot.row(of: id).map { indexed?.remove($0) }
      case .damaged: break
      }
    }
  }

  /// Takes a piece of a file whose snapshot is being made.
  mutating func take(_ piece: SnapshotPiece) {
    if snapshot == nil { scanned.merge(piece) }
  }

  /// Remembers how the file looks, to see whether it is written anew in place.
  mutating func remember() { edges = try? source.edges(before: end) }

  /// Whether the file at the path is still this one, at most with lines appended.
  func isContinued(by status: FileStatus) throws(FileError) -> Bool {
    guard status.isSameFile(as: source.status), status.size >= end else { return false }
    guard let edges else { return true }
    return try source.edges(before: end) == edges
  }

  /// What stands behind the end.
  func reader(to limit: Int, _ fields: SearchedFields) -> CustomerFileReader {
    CustomerFileReader(source, from: end, to: limit, line: 0, fields: fields)
  }

  // MARK: customers

  /// Where a customer's latest line stands.
  func range(of id: String) -> Range<Int>? {
    if scanned.isNamed(id) { return scanned.range(of: id) }
    guard let snapshot, let row = snapshot.row(of: id), indexed?.live.contains(row) == true else {
      return nil
    }
    return snapshot.range(of: row)
  }

  /// The record of somebody who was found; nil where it is not there any more, or another's.
  func customer(_ found: FoundCustomer) -> Customer? {
    if found.shard != IndexedCustomers.number {
      let shard = scanned.shards[found.shard - 1]
      let id = Customer.ID(shard.ids[found.row])
      return (try? source.customer(id, in: shard.ranges[found.row])) ?? nil
    }
    guard let snapshot, let range = snapshot.range(of: found.row),
      let customer = (try? source.customer(in: range)) ?? nil,
      snapshot.row(of: customer.id.rawValue) == found.row
    else { return nil }
    return customer
  }

  /// So many customers, spread evenly over all; those that cannot be read are left out.
  func customers(_ count: Int, of total: Int) -> [Customer] {
    var wanted = (0..<count).map { $0 * total / count }[...]
    var position = 0
    var found: [Customer] = []
    func look(_ shard: Int, _ row: Int) {
      if wanted.first == position {
        wanted.removeFirst()
        let here = FoundCustomer(
          shard: shard,
          row: row,
          score: HitScore(missing: 0),
          nameLength: 0,
          .none
        )
        if let customer = customer(here) { found.append(customer) }
      }
      position += 1
    }
    indexed?.live.forEach { row in
      look(IndexedCustomers.number, row)
      return !wanted.isEmpty
    }
    for (number, shard) in scanned.shards.enumerated() {
      for row in 0..<shard.count where shard.isLive[row] { look(number + 1, row) }
    }
    return found
  }

  /// Where those stand whom an agent knows.
  ///
  /// Cost: one look-up each.
  func rows(of known: Familiarity) -> FamiliarRows {
    var familiar = FamiliarRows.none
    func note(_ id: Customer.ID, _ value: Int) {
      if let place = scanned.place(of: id.rawValue) {
        familiar[place.shard + 1, place.row] = value
      } else if let row = snapshot?.row(of: id.rawValue) {
        familiar[IndexedCustomers.number, row] = value
      }
    }
    for (id, time) in known.lastContacts { note(id, time) }
    for (position, id) in known.own.enumerated() { note(id, .max - position) }
    return familiar
  }
}
