import JSONLogic
import RapportCore

/// All customers of a file at one moment: those of the snapshot, and those behind it.
struct CustomerBase: Sendable {
  let source: RecordSource
  /// What the file looked like from outside.
  let seen: FileStatus
  /// Up to where it was read: less than its size while an import is under way.
  let limit: Int
  let snapshot: Snapshot
  let tail: CustomerTail
  /// For reading single records.
  let records: CustomerRecords
  /// The tail's customers, and those whose account is in it.
  let tailRows: [CustomerTail.Row]
  let tailTable: ColumnTable
  /// What of them is searched.
  let tailSearched: SearchedRows
  /// The snapshot's customers who count.
  let live: BitMap

  /// Nil where the snapshot is damaged.
  init?(
    _ source: RecordSource,
    _ snapshot: Snapshot,
    limit: Int,
    contents: SnapshotContents
  ) throws {
    let tail = try CustomerTail(source, from: snapshot.key.end, to: limit)
    guard let live = snapshot.live else { return nil }
    let concerned = snapshot.rows(ofAccounts: Set(tail.latest.keys)).filter { live[$0] }
    var moved = Set(concerned)
    for id in tail.latest.keys { if let row = snapshot.row(of: id) { moved.insert(row) } }
    let records = CustomerRecords(source: source, snapshot: snapshot, live: live, tail: tail)
    var facts: [CustomerFacts] = []
    var rows: [CustomerTail.Row] = []
    var ranges = tail.latest.values.compactMap(\.self)
    for row in concerned {
      guard let range = snapshot.range(of: row), let id = try records.customer(in: range)?.id,
        tail.latest[id.rawValue] == nil
      else { continue }
      ranges.append(range)
    }
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      try Task.checkCancellation()
      guard let found = try records.facts(in: range) else { continue }
      let (id, account) = (found.customer.id.rawValue, found.customer.account?.rawValue)
      rows.append(CustomerTail.Row(id: id, account: account, range: range))
      facts.append(found)
    }
    (self.source, self.snapshot, self.tail) = (source, snapshot, tail)
    seen = source.status
    self.limit = limit
    tailRows = rows
    tailTable = ColumnTable(facts, paths: contents.columns.paths.map { VariablePath(dotted: $0) })
    tailSearched = Self.searched(facts.map(\.customer), contents.fields)
    self.live = moved.isEmpty ? live : live.subtracting(BitMap(rows: moved, count: live.count))
    self.records = records
  }

  private static func searched(_ customers: [Customer], _ fields: SearchedFields) -> SearchedRows {
    var rows = SearchedRows()
    var vocabulary = Vocabulary()
    var values = SearchedValues()
    for customer in customers {
      values.removeAll()
      values.append(.object(customer.record), fields)
      rows.append(values, fields: fields.names.count, &vocabulary)
    }
    return rows
  }

  /// The customers as blocks that answer for a moment; `derived` makes the columns of a block.
  func blocks(
    _ operations: Operations,
    _ derived: (DerivedColumns.Rows) -> DerivedColumns
  ) -> [any CustomerBlock] {
    func evaluator(_ rows: DerivedColumns.Rows) -> ColumnEvaluator {
      ColumnEvaluator(
        derived(rows).table,
        operations: operations,
        hostOperations: ["in_segment"]
      )
    }
    let table = snapshot.table
    let known = evaluator(
      DerivedColumns.Rows(count: table.rowCount, table: table) { [snapshot] in
        snapshot.rows(ofHashes: $0)
      }
    )
    var blocks: [any CustomerBlock] = [
      SnapshotBlock(snapshot: snapshot, live: live, evaluator: known)
    ]
    guard !tailRows.isEmpty else { return blocks }
    let places = tailPlaces
    let new = evaluator(
      DerivedColumns.Rows(count: tailRows.count, table: tailTable) { $0.map { places[$0] } }
    )
    blocks.append(TailBlock(tailRows, evaluator: new))
    return blocks
  }

  /// The row in the tail of each of some hashes of ids.
  func tailRows(ofHashes hashes: [UInt64]) -> [Int?] {
    let places = tailPlaces
    return hashes.map { places[$0] }
  }

  private var tailPlaces: [UInt64: Int] {
    Dictionary(
      tailRows.enumerated().map { (SnapshotHash.hash($1.id, seed: snapshot.seed), $0) }
    ) { $1 }
  }
}
