/// Reads CSV strictly by RFC 4180, record by record.
///
/// Beyond it: fields may be divided by `;`, tab or `|`, lines may end in LF or CR alone, and the file
/// may be in UTF-16 or Windows-1252. Nothing is guessed about what is broken: a quote that does not
/// end, text behind a closing quote, and a NUL end the reading with the line.
package struct CSVReader: ~Copyable {
  package let delimiter: CSVDelimiter
  package var encoding: TextEncoding { source.encoding }

  private var source: TextSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 1
  private static let longestField = 16 << 20

  /// Opens a file; the delimiter is found out where it is not given.
  package init(_ path: String, delimiter: CSVDelimiter? = nil) throws(FileError) {
    var source = try TextSource(path)
    let buffer = try source.next()
    self.source = source
    self.buffer = buffer
    self.delimiter = delimiter ?? CSVDelimiter.sniff(buffer)
  }

  /// The next record, or nil at the end.
  ///
  /// - Throws: `CSVError`, or `FileError` where the disk fails.
  package mutating func next() throws -> CSVRecord? {
    guard try peek() != nil else { return nil }
    var record = CSVRecord(fields: [], line: line)
    var field: [UInt8] = []
    var state = State.start
    var quoteLine = line
    while let byte = try take() {
      if byte == 0 { throw fault(line, "a NUL byte", "is this a text file?") }
      if field.count > Self.longestField {
        throw fault(record.line, "a field of more than 16 MiB", "is a closing quote missing?")
      }
      switch (state, byte) {
      case (.quoted, Self.quote): state = .closed
      case (.quoted, _):
        if byte == 0x0A || (byte == 0x0D && buffer[safe: position] != 0x0A) { line += 1 }
        field.append(byte)
      case (.closed, Self.quote):
        field.append(byte)
        state = .quoted
      case (_, delimiter.byte):
        record.fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        state = .start
      case (_, 0x0A), (_, 0x0D):
        if byte == 0x0D, try peek() == 0x0A { position += 1 }
        line += 1
        record.fields.append(String(decoding: field, as: UTF8.self))
        return record
      case (.start, Self.quote):
        state = .quoted
        quoteLine = line
      case (.closed, _):
        throw fault(line, "text behind a closing quote", "write quotes within a field twice")
      default:
        if byte == Self.quote {
          record.fault = "a quote within a field that does not begin with one"
        }
        field.append(byte)
        state = .plain
      }
    }
    if state == .quoted {
      throw fault(quoteLine, "a quote that does not end", "close it, or write it twice")
    }
    record.fields.append(String(decoding: field, as: UTF8.self))
    return record
  }

  private enum State { case start, plain, quoted, closed }
  private static let quote = UInt8(ascii: "\"")

  private func fault(_ line: Int, _ reason: String, _ remedy: String) -> CSVError {
    CSVError(line: line, reason: reason, remedy: remedy)
  }

  private mutating func peek() throws(FileError) -> UInt8? {
    if position == buffer.count {
      buffer = try source.next()
      position = 0
    }
    return buffer[safe: position]
  }

  private mutating func take() throws(FileError) -> UInt8? {
    let byte = try peek()
    position += byte == nil ? 0 : 1
    return byte
  }
}

extension [UInt8] {
  fileprivate subscript(safe position: Int) -> UInt8? {
    position < count ? self[position] : nil
  }
}
