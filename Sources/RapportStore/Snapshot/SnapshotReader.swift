import CSimdJSON
import JSONLogic
import RapportCore

/// Reads pieces of customers.jsonl into rows of codes, with dictionaries of its own.
///
/// Not for two threads at a time; several readers share a file.
struct SnapshotReader: ~Copyable {
  private let columns: OpaquePointer?
  private let paths: [String]
  private let fields: SearchedFields
  /// The field of each text that is picked out of a line.
  private let textFields: [UInt8]
  private let number: Int
  private let seed: UInt64
  /// For each line of the piece the codes of all columns.
  private var codes: [UInt32] = []
  private var values = SearchedValues()
  /// The words of all pieces that it has read.
  private(set) var vocabulary = Vocabulary()

  /// So many different texts or lists make a column; with more of them it is given up.
  static let mostTexts = 65_535

  init(_ contents: SnapshotContents, number: Int, seed: UInt64) {
    paths = contents.columns.paths
    fields = contents.fields
    self.number = number
    self.seed = seed
    columns = simd_columns_create()
    for path in paths { simd_columns_add(columns, path, Self.mostTexts) }
    let texts = fields.paths.filter { $0.field != nil }
    for (path, _) in texts { simd_columns_add_text(columns, path) }
    textFields = texts.compactMap(\.field)
  }

  deinit { simd_columns_destroy(columns) }

  /// The lines that begin in a range of the file, up to the last newline before `limit`; `last` is the
  /// piece that was read before, which tells how much room this one may want.
  mutating func read(
    _ range: Range<Int>,
    of source: RecordSource,
    limit: Int,
    after last: SnapshotPiece?
  ) throws(FileError) -> SnapshotPiece {
    var piece = SnapshotPiece(range, reader: number, like: last)
    codes.removeAll(keepingCapacity: true)
    var scanner = LineScanner(from: max(0, range.lowerBound - 1))
    // The rest of a line that begins before, or nothing.
    if range.lowerBound > 0 { _ = try scanner.next(of: source.file, limit: limit) }
    while scanner.offset < range.upperBound,
      let line = try scanner.next(of: source.file, limit: limit)
    {
      append(line, to: &piece)
    }
    piece.setCodes(ofLines: codes, columns: paths.count)
    return piece
  }

  private mutating func append(_ line: RecordLine, to piece: inout SnapshotPiece) {
    guard !line.isTooLong else {
      piece.damaged += 1
      return
    }
    guard let first = line.bytes.first else { return }
    let isBlank =
      first <= 0x20 && line.bytes.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
    guard !isBlank, let start = line.bytes.baseAddress else { return }
    let end = codes.count
    codes.append(contentsOf: repeatElement(0, count: paths.count))
    values.removeAll()
    var row = simd_row()
    let outcome = codes.withUnsafeMutableBufferPointer { codes in
      simd_columns_read(columns, start, line.bytes.count, &row, codes.baseAddress.map { $0 + end })
    }
    var isTaken = false
    if outcome == SIMD_OBJECT.rawValue {
      isTaken = take(row, line.range, &piece)
      if isTaken, !row.deleted { pickValues() }
    } else if outcome == SIMD_REFUSED.rawValue {
      isTaken = readSlowly(line, &piece, end)
    }
    if isTaken {
      piece.append(values, fields: fields.names.count, &vocabulary)
    } else {
      piece.damaged += 1
      codes.removeLast(codes.count - end)
    }
  }

  /// Takes what is searched of the last line.
  private mutating func pickValues() {
    var count = 0
    guard let first = simd_columns_texts(columns, &count) else { return }
    for value in UnsafeBufferPointer(start: first, count: count) {
      let bytes = UnsafeRawBufferPointer(start: value.text, count: value.length)
      values.append(bytes, field: textFields[Int(value.path)])
    }
  }

  private func take(_ row: simd_row, _ range: Range<Int>, _ piece: inout SnapshotPiece) -> Bool {
    guard row.id_length > 0 else { return false }
    let id = UnsafeRawBufferPointer(start: row.id, count: row.id_length)
    let account = UnsafeRawBufferPointer(start: row.account, count: row.account_length)
    piece.append(
      id: id.assumingMemoryBound(to: UInt8.self),
      hash: SnapshotHash.hash(id, seed: seed),
      account: accountHash(account),
      range: range,
      isDeleted: row.deleted
    )
    return true
  }

  /// Reads a line with our own parser, for example for numbers of many digits.
  private mutating func readSlowly(
    _ line: RecordLine,
    _ piece: inout SnapshotPiece,
    _ end: Int
  ) -> Bool {
    guard let record = try? JSON(parsing: line.bytes), record.objectValue != nil,
      let id = record["id"]?.stringValue, !id.isEmpty
    else { return false }
    for (number, path) in paths.enumerated() {
      guard let value = record.value(at: VariablePath(dotted: path)) else { continue }
      codes[end + number] = code(of: value, column: number)
    }
    let isDeleted = record["deleted"]?.boolValue ?? false
    if !isDeleted { values.append(record, fields) }
    var identifier = id
    var account = record["account"]?.stringValue ?? ""
    let owner = account.withUTF8 { accountHash(UnsafeRawBufferPointer($0)) }
    identifier.withUTF8 { bytes in
      piece.append(
        id: bytes,
        hash: SnapshotHash.hash(UnsafeRawBufferPointer(bytes), seed: seed),
        account: owner,
        range: line.range,
        isDeleted: isDeleted
      )
    }
    return true
  }

  private mutating func code(of value: JSON, column: Int) -> UInt32 {
    var kind = SIMD_COLUMN_NULL
    var number = 0.0
    var text: [UInt8] = []
    switch ColumnEntry(value) {
    case .null: break
    case .bool(let flag): kind = flag ? SIMD_COLUMN_TRUE : SIMD_COLUMN_FALSE
    case .number(let value): (kind, number) = (SIMD_COLUMN_NUMBER, value)
    case .text(let bytes): (kind, text) = (SIMD_COLUMN_TEXT, bytes)
    case .other(let bytes): (kind, text) = (SIMD_COLUMN_JSON, bytes)
    }
    return text.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      var value = simd_column_value(kind: kind, number: number, text: start, length: bytes.count)
      return simd_columns_code(columns, column, &value)
    }
  }

  /// Accounts are named without the space around them, as customers read them.
  private func accountHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    let isPlain = (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
    if isPlain { return SnapshotHash.hash(bytes, seed: seed) }
    let record: JSONObject = ["account": .string(String(decoding: bytes, as: UTF8.self))]
    guard let account = Customer(id: "", record: record).account else { return 0 }
    return SnapshotHash.hash(account.rawValue, seed: seed)
  }

  /// The values of each column by code, nil where it was given up; the value of code 1 is first.
  func entries() -> [[ColumnEntry]?] {
    paths.indices.map { column in
      guard !simd_columns_overflowed(columns, column) else { return nil }
      let count = simd_columns_count(columns, column)
      return (0..<count).map { entry(simd_columns_value(columns, column, UInt32($0 + 1))) }
    }
  }

  private func entry(_ value: simd_column_value) -> ColumnEntry {
    let bytes = UnsafeRawBufferPointer(start: value.text, count: value.length)
    switch value.kind {
    case SIMD_COLUMN_FALSE: return .bool(false)
    case SIMD_COLUMN_TRUE: return .bool(true)
    case SIMD_COLUMN_NUMBER: return .number(value.number)
    case SIMD_COLUMN_TEXT:
      if let first = bytes.first, (0x21...0x7E).contains(first) { return .text(Array(bytes)) }
      return ColumnEntry(.string(String(decoding: bytes, as: UTF8.self)))
    case SIMD_COLUMN_JSON: return .other(Array(bytes))
    default: return .null
    }
  }
}
