import CSimdJSON
import Glibc
import JSONLogic
import RapportCore

/// Reads customers.jsonl to its end and gathers the values that do not fit the catalog.
///
/// Each distinct value is looked at once, so that it takes little longer than reading the lines.
struct CustomerValueCheck: ~Copyable {
  private let attributes: [Attribute]
  private var columns: OpaquePointer?
  private var codes: [UInt32]
  /// By attribute and code, whether the value fits.
  private var fits: [[Bool?]]
  private var faults = RecordFaults("customers.jsonl", subject: "customers")

  /// So many different texts are remembered of an attribute; with more, all begin anew.
  private static let mostTexts = 65_535

  init(_ catalog: AttributeCatalog) {
    let paths = Set(ColumnPaths(catalog).paths)
    attributes = catalog.sorted.filter { paths.contains($0.path) && $0.derivation == nil }
    codes = Array(repeating: 0, count: attributes.count)
    fits = []
    begin()
  }

  deinit { simd_columns_destroy(columns) }

  private mutating func begin() {
    if let columns { simd_columns_destroy(columns) }
    columns = simd_columns_create()
    for attribute in attributes { simd_columns_add(columns, attribute.path, Self.mostTexts) }
    fits = Array(repeating: [], count: attributes.count)
  }

  /// The problems of the file up to `limit`, where an import that is under way begins.
  ///
  /// Damaged lines are named by whoever reads customers; here only a last one that is cut off.
  mutating func problems(of path: String, limit: Int?) throws(FileError) -> [Problem] {
    guard let status = try FileStatus(at: path) else { return [] }
    guard status.kind == .file else { throw FileError(.read, path, code: EISDIR) }
    let file = try OpenFile(path, for: .reading)
    var scanner = LineScanner(from: 0)
    var number = 0
    let end = min(limit ?? status.size, status.size)
    while let line = try scanner.next(of: file, limit: end) {
      number += 1
      read(line, number)
    }
    guard let rest = scanner.rest, !rest.isBlank else { return faults.problems }
    if let reason = rest.syntaxFault {
      faults.noteDamage("it is cut off; \(reason)", line: number + 1)
    } else {
      read(rest, number + 1)
    }
    return faults.problems
  }

  private mutating func read(_ line: RecordLine, _ number: Int) {
    guard !line.isTooLong, let start = line.bytes.baseAddress, !line.bytes.isEmpty else { return }
    var row = simd_row()
    let outcome = codes.withUnsafeMutableBufferPointer {
      simd_columns_read(columns, start, line.bytes.count, &row, $0.baseAddress)
    }
    if outcome == SIMD_OBJECT.rawValue {
      guard row.id_length > 0 else { return }
      let key = RecordFaults.key(UnsafeRawBufferPointer(start: row.id, count: row.id_length))
      faults.replace(id: key)
      guard !row.deleted else { return }
      var isFull = false
      for position in attributes.indices {
        if simd_columns_overflowed(columns, position) { isFull = true }
        let code = codes[position]
        if code > 0, !fits(code, position), let value = value(code, position) {
          note(value, of: attributes[position], key, number)
        }
      }
      guard isFull else { return }
      // The values beyond are seen when the line is read again with fresh dictionaries.
      begin()
      readSlowly(line, number)
    } else if outcome == SIMD_REFUSED.rawValue {
      readSlowly(line, number)
    }
  }

  private mutating func fits(_ code: UInt32, _ position: Int) -> Bool {
    let place = Int(code)
    if place >= fits[position].count {
      fits[position] += Array(repeating: nil, count: place + 1 - fits[position].count)
    }
    if let known = fits[position][place] { return known }
    let fitting = value(code, position).map { attributes[position].misfit($0) == nil } ?? true
    fits[position][place] = fitting
    return fitting
  }

  private func value(_ code: UInt32, _ position: Int) -> JSON? {
    guard Int(code) <= simd_columns_count(columns, position) else { return nil }
    let value = simd_columns_value(columns, position, code)
    let bytes = UnsafeRawBufferPointer(start: value.text, count: value.length)
    switch value.kind {
    case SIMD_COLUMN_FALSE: return false
    case SIMD_COLUMN_TRUE: return true
    case SIMD_COLUMN_NUMBER: return JSON(value.number)
    case SIMD_COLUMN_TEXT: return .string(String(decoding: bytes, as: UTF8.self))
    case SIMD_COLUMN_JSON: return try? JSON(parsing: bytes)
    default: return .null
    }
  }

  private mutating func readSlowly(_ line: RecordLine, _ number: Int) {
    guard let record = try? JSON(parsing: line.bytes), var id = record["id"]?.stringValue,
      !id.isEmpty
    else { return }
    let key = id.withUTF8 { RecordFaults.key(UnsafeRawBufferPointer($0)) }
    faults.replace(id: key)
    guard record["deleted"] != true else { return }
    for attribute in attributes {
      guard let value = record.value(at: VariablePath(dotted: attribute.path)) else { continue }
      note(value, of: attribute, key, number)
    }
  }

  private mutating func note(_ value: JSON, of attribute: Attribute, _ id: UInt64, _ line: Int) {
    guard let misfit = attribute.misfit(value) else { return }
    faults.note(
      "\(attribute.path) \(misfit)",
      value: attribute.personal ? nil : value.briefly,
      id: id,
      line: line
    )
  }
}
