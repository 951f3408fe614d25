import CSimdJSON
import Glibc
import RapportCore

/// Reads some fields of the lines of a journal, fast and one line at a time.
///
/// Lines that cannot be read are passed over here: `check` names them.
struct JournalScanner: ~Copyable {
  private let reader: OpaquePointer

  init(fields: [String], path: String) throws(FileError) {
    guard let reader = simd_reader_create() else { throw FileError(.read, path, code: ENOMEM) }
    self.reader = reader
    for field in fields { simd_reader_add(reader, field) }
  }

  deinit { simd_reader_destroy(reader) }

  /// Hands out every line from a place of the file on; answers up to where it was read.
  func scan(
    _ file: borrowing OpenFile,
    from start: Int,
    to limit: Int,
    _ body: (JournalLine, Range<Int>) -> Void
  ) throws(FileError) -> Int {
    var scanner = LineScanner(from: start)
    while let line = try scanner.next(of: file, limit: limit) {
      guard let first = line.bytes.baseAddress, !line.bytes.isEmpty,
        simd_reader_read(reader, first, line.bytes.count) == SIMD_OBJECT
      else { continue }
      var count = 0
      let values = simd_reader_values(reader, &count)
      body(JournalLine(values: UnsafeBufferPointer(start: values, count: count)), line.range)
    }
    return scanner.offset
  }

  /// Hands out every line of a journal; one that is not there has none.
  static func readAll(
    _ path: String,
    _ fields: [String],
    _ body: (JournalLine) -> Void
  ) throws(FileError) {
    guard let status = try FileStatus(at: path) else { return }
    let file = try OpenFile(path, for: .reading)
    let scanner = try JournalScanner(fields: fields, path: path)
    _ = try scanner.scan(file, from: 0, to: status.size) { line, _ in body(line) }
  }
}

/// The fields of one line, by their number; valid until the next line is read.
struct JournalLine {
  fileprivate let values: UnsafeBufferPointer<simd_value>

  /// The bytes of a field of a kind; nil where it is not there, of another kind, or a list.
  private func bytes(_ field: Int, _ kind: simd_kind) -> UnsafeRawBufferPointer? {
    guard let found = values.first(where: { $0.path == field }), found.kind == kind,
      !found.in_list
    else { return nil }
    return UnsafeRawBufferPointer(start: found.text, count: found.length)
  }

  func text(_ field: Int) -> String? {
    bytes(field, SIMD_TEXT).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The hash of a text, as snapshots have it of ids; nil for an empty one too.
  func hash(_ field: Int, seed: UInt64) -> UInt64? {
    bytes(field, SIMD_TEXT).flatMap { $0.isEmpty ? nil : SnapshotHash.hash($0, seed: seed) }
  }

  func number(_ field: Int) -> Double? {
    bytes(field, SIMD_NUMBER).flatMap { Double(String(decoding: $0, as: UTF8.self)) }
  }

  func flag(_ field: Int) -> Bool? {
    bytes(field, SIMD_BOOLEAN).map { $0.elementsEqual("true".utf8) }
  }
}
