import JSONLogic
import RapportCore

/// Some customers that are counted together, each in a row.
protocol CustomerBlock: Sendable {
  /// The rows that count: neither deleted nor in another block.
  var live: BitMap { get }
  /// The rows' columns, with the conditions counted so far.
  var evaluator: ColumnEvaluator { get }
  /// Where a row's line stands in the file.
  func range(of row: Int) -> Range<Int>?
  /// The row of a customer who is not deleted.
  func row(of id: String) -> Int?
  /// The rows of customers who belong to one of some accounts.
  func rows(ofAccounts ids: Set<String>) -> [Int]
}

/// The customers of a snapshot but for those about whom later lines say something.
struct SnapshotBlock: CustomerBlock {
  let snapshot: Snapshot
  let live: BitMap
  let evaluator: ColumnEvaluator

  func range(of row: Int) -> Range<Int>? { snapshot.range(of: row) }

  func row(of id: String) -> Int? { snapshot.row(of: id).flatMap { live[$0] ? $0 : nil } }

  func rows(ofAccounts ids: Set<String>) -> [Int] { snapshot.rows(ofAccounts: ids) }
}

/// The customers about whom lines behind the snapshot say something, themselves or their account.
struct TailBlock: CustomerBlock {
  let rows: [CustomerTail.Row]
  let live: BitMap
  let evaluator: ColumnEvaluator
  private let positions: [String: Int]

  init(_ rows: [CustomerTail.Row], evaluator: ColumnEvaluator) {
    self.rows = rows
    self.evaluator = evaluator
    live = .all(rows.count)
    positions = Dictionary(rows.enumerated().map { ($1.id, $0) }) { $1 }
  }

  func range(of row: Int) -> Range<Int>? {
    rows.indices.contains(row) ? rows[row].range : nil
  }

  func row(of id: String) -> Int? { positions[id] }

  func rows(ofAccounts ids: Set<String>) -> [Int] {
    rows.indices.filter { row in rows[row].account.map(ids.contains) ?? false }
  }
}
