import JSONLogic
import RapportCore

/// One open customers.jsonl.
///
/// It stays readable when another file is put in its place.
final class RecordSource: Sendable {
  let file: OpenFile
  let status: FileStatus
  private static let edge = 4096

  init(_ path: String) throws(FileError) {
    file = try OpenFile(path, for: .reading)
    status = try file.status()
    guard status.kind == .file else { throw FileError(.read, path, code: 21) }
  }

  /// The record in a range; nil where it is not, whole, the one of this customer.
  ///
  /// Never the wrong person: the range must begin and end at a line, and the line must carry the id.
  func customer(_ id: Customer.ID, in range: Range<Int>) throws(FileError) -> Customer? {
    guard let customer = try customer(in: range), customer.id == id else { return nil }
    return customer
  }

  /// The record in a range; nil where it is not a whole one.
  ///
  /// Whose it is has yet to be checked.
  func customer(in range: Range<Int>) throws(FileError) -> Customer? {
    let start = max(0, range.lowerBound - 1)
    let bytes = try file.read(start..<range.upperBound + 1)
    let offset = range.lowerBound - start
    guard bytes.count >= offset + range.count, offset == 0 || bytes[0] == 0x0A,
      bytes.count == offset + range.count || bytes.last == 0x0A,
      case .object(let record)? = try? JSON(parsing: bytes[offset..<offset + range.count]),
      let id = record["id"]?.stringValue
    else { return nil }
    return Customer(id: Customer.ID(id), record: record)
  }

  /// The first bytes and those before `end`, to see whether the file was written anew in place.
  func edges(before end: Int) throws(FileError) -> [UInt8] {
    try file.read(0..<min(Self.edge, end)) + file.read(max(0, end - Self.edge)..<end)
  }
}
