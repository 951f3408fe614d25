import JSONLogic
import RapportCore

/// Single customers, read from their lines.
struct CustomerRecords: Sendable {
  let source: RecordSource
  let snapshot: Snapshot
  let live: BitMap
  let tail: CustomerTail

  /// The record of a line, and of the account it names.
  func facts(in range: Range<Int>) throws(FileError) -> CustomerFacts? {
    guard let customer = try customer(in: range) else { return nil }
    return CustomerFacts(customer, account: try account(of: customer))
  }

  func customer(in range: Range<Int>) throws(FileError) -> Customer? {
    let bytes = try source.file.read(range)
    guard bytes.count == range.count, case .object(let record)? = try? JSON(parsing: bytes) else {
      return nil
    }
    return Customer(record: record)
  }

  private func account(of customer: Customer) throws(FileError) -> Customer? {
    guard let id = customer.account else { return nil }
    if let line = tail.latest[id.rawValue] {
      return try line.flatMap { range throws(FileError) in try self.customer(in: range) }
    }
    guard let row = snapshot.row(of: id.rawValue), live[row], let range = snapshot.range(of: row)
    else { return nil }
    return try source.customer(id, in: range)
  }
}
