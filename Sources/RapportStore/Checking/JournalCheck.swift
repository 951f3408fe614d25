import CSimdJSON
import Glibc
import RapportCore

/// Reads one journal to its end and gathers what is wrong with its lines.
struct JournalCheck: ~Copyable {
  private let shape: RecordShape
  private let reader: OpaquePointer?
  private var faults: RecordFaults
  private let idField: Int?
  private let marks: [Int]

  init?(kind: String, file: String) {
    guard let shape = RecordShape(kind: kind) else { return nil }
    self.shape = shape
    faults = RecordFaults(file, subject: "lines")
    idField = shape.fields.firstIndex { $0.name == "id" }
    marks = shape.fields.indices.filter { ["deleted", "erased"].contains(shape.fields[$0].name) }
    reader = simd_reader_create()
    for field in shape.fields { simd_reader_add(reader, field.name) }
  }

  deinit { simd_reader_destroy(reader) }

  /// The problems of a file; none where it is not there.
  mutating func problems(of path: String) throws(FileError) -> [Problem] {
    guard let status = try FileStatus(at: path) else { return [] }
    guard status.kind == .file else { throw FileError(.read, path, code: EISDIR) }
    let file = try OpenFile(path, for: .reading)
    var scanner = LineScanner(from: 0)
    var number = 0
    while let line = try scanner.next(of: file, limit: status.size) {
      number += 1
      read(line, number)
    }
    if let rest = scanner.rest { read(rest, number + 1) }
    return faults.problems
  }

  private mutating func read(_ line: RecordLine, _ number: Int) {
    guard !line.isTooLong else {
      let limit = LineScanner.longestLine >> 20
      return faults.noteDamage("the line is longer than \(limit) MiB", line: number)
    }
    guard let start = line.bytes.baseAddress, !line.isBlank else { return }
    switch simd_reader_read(reader, start, line.bytes.count) {
    case SIMD_OBJECT: readValues(number)
    case SIMD_NOT_AN_OBJECT: faults.noteDamage("no object", line: number)
    case SIMD_DUPLICATE_KEY: faults.noteDamage("a key comes twice", line: number)
    // Numbers of many digits are JSON too.
    default: if let reason = line.syntaxFault { faults.noteDamage(reason, line: number) }
    }
  }

  private mutating func readValues(_ number: Int) {
    var count = 0
    let first = simd_reader_values(reader, &count)
    let values = UnsafeBufferPointer(start: first, count: count)
    let id = values.first { Int($0.path) == idField }.map { RecordFaults.key($0.bytes) }
    let key = id ?? UInt64(truncatingIfNeeded: ~number)
    faults.replace(id: key)
    var seen = [Bool](repeating: false, count: shape.fields.count)
    for value in values {
      let position = Int(value.path)
      let text = String(decoding: value.bytes, as: UTF8.self)
      let type =
        switch value.kind {
        case SIMD_NUMBER: "number"
        case SIMD_BOOLEAN: "boolean"
        default: "string"
        }
      let fault = shape.fields[position].fault(value.in_list ? "list" : type, text)
      if let fault { faults.note(fault, value: Self.brief(text), id: key, line: number) }
      seen[position] = true
    }
    // What is deleted or erased has nothing else.
    guard !marks.contains(where: { seen[$0] }) else { return }
    for position in shape.required where !seen[position] {
      let name = shape.fields[position].name
      faults.note("there is no \"\(name)\"", value: nil, id: key, line: number)
    }
  }

  private static func brief(_ text: String) -> String {
    text.unicodeScalars.count > 40 ? "\"\(text.prefix(40))...\"" : "\"\(text)\""
  }
}

extension simd_value {
  fileprivate var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text, count: length)
  }
}
