package import JSONLogic

/// A file of records, one JSON value a line, to which several processes may append at a time.
package struct RecordFile: Sendable, Hashable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Appends all records or none; returns, when they are on the disk, where their lines stand.
  @discardableResult
  package func append(_ records: [JSON]) throws(FileError) -> Range<Int> {
    let file = try LockedFile(path)
    return try file.append(lines: Self.lines(of: records))
  }

  /// One line a record, each with its final newline.
  package static func lines(of records: some Sequence<JSON>) -> [UInt8] {
    var lines: [UInt8] = []
    for record in records {
      lines.append(contentsOf: record.compact().utf8)
      lines.append(0x0A)
    }
    return lines
  }
}
