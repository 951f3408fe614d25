import CSimdJSON
import JSONLogic

/// What a line of customers.jsonl turned out to be.
enum CustomerLine {
  case customer(id: String)
  case deleted(id: String)
  case damaged(String)
}

/// Reads lines of customers: fast with simdjson, and with our own parser where that refuses.
///
/// Not for two threads at a time.
struct CustomerLineReader: ~Copyable {
  private let reader: OpaquePointer?
  private let fields: SearchedFields
  /// The values of the last line.
  private(set) var values = SearchedValues()

  private static let idPath: Int32 = 0
  private static let deletedPath: Int32 = 1

  init(_ fields: SearchedFields) {
    self.fields = fields
    reader = simd_reader_create()
    for (path, _) in fields.paths { simd_reader_add(reader, path) }
  }

  deinit { simd_reader_destroy(reader) }

  /// Reads one line, which must have `LineScanner.padding` readable bytes behind it.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> CustomerLine {
    values.removeAll()
    guard let reader, let start = line.baseAddress else { return readSlowly(line) }
    switch simd_reader_read(reader, start, line.count) {
    case SIMD_OBJECT: return takeValues(of: reader)
    case SIMD_NOT_AN_OBJECT: return .damaged("no object")
    case SIMD_DUPLICATE_KEY: return .damaged("a key comes twice")
    default: return readSlowly(line)
    }
  }

  private mutating func takeValues(of reader: OpaquePointer) -> CustomerLine {
    var count = 0
    guard let first = simd_reader_values(reader, &count) else { return .damaged(Self.noID) }
    var id: String?
    var isDeleted = false
    for value in UnsafeBufferPointer(start: first, count: count) {
      let bytes = UnsafeRawBufferPointer(start: value.text, count: value.length)
      switch value.path {
      case Self.idPath where value.kind == SIMD_TEXT: id = String(decoding: bytes, as: UTF8.self)
      case Self.deletedPath: isDeleted = value.kind == SIMD_BOOLEAN && value.length == 4
      default: break
      }
      if let field = fields.paths[Int(value.path)].field { values.append(bytes, field: field) }
    }
    return outcome(id, isDeleted)
  }

  /// Numbers of many digits, for example, are JSON that simdjson refuses.
  private mutating func readSlowly(_ line: UnsafeBufferPointer<UInt8>) -> CustomerLine {
    let record: JSON
    do throws(JSONSyntaxError) {
      record = try JSON(parsing: line)
    } catch {
      return .damaged("column \(error.column): \(error.reason)")
    }
    guard case .object = record else { return .damaged("no object") }
    values.append(record, fields)
    return outcome(record["id"]?.stringValue, record["deleted"]?.boolValue ?? false)
  }

  private func outcome(_ id: String?, _ isDeleted: Bool) -> CustomerLine {
    guard let id, !id.isEmpty else { return .damaged(Self.noID) }
    return isDeleted ? .deleted(id: id) : .customer(id: id)
  }

  private static let noID = "no text under \"id\""
}
