import CColumns
import JSONLogic

/// Which bytes of which customers.jsonl a snapshot was made from.
struct SnapshotKey: Hashable, Sendable {
  var inode: UInt64
  /// Up to where the file was read: behind a newline.
  var end: Int
  /// The file's size and the time of its last change when it was read.
  var size: Int
  var modified: Int64
  /// A hash of the first bytes and of those before `end`.
  var edges: UInt64

  init(_ source: RecordSource, end: Int) throws(FileError) {
    let status = try source.file.status()
    inode = status.inode
    self.end = end
    size = status.size
    modified = status.modified
    edges = try Self.edges(source, end)
  }

  private static func edges(_ source: RecordSource, _ end: Int) throws(FileError) -> UInt64 {
    let bytes = try source.edges(before: end)
    return columns_checksum(bytes, bytes.count)
  }

  /// Whether a file still begins with these bytes; more may have been appended.
  func isContinued(by source: RecordSource) throws(FileError) -> Bool {
    let status = try source.file.status()
    guard status.inode == inode, status.size >= size, end <= status.size else { return false }
    // Nothing was appended, so nothing may have changed.
    if status.size == size, status.modified != modified { return false }
    return try Self.edges(source, end) == edges
  }
}

extension SnapshotKey {
  var json: JSON {
    [
      "inode": .string(String(inode)), "end": JSON(end), "size": JSON(size),
      "modified": .string(String(modified)), "edges": .string(String(edges)),
    ]
  }

  init?(_ json: JSON?) {
    guard let inode = json?["inode"]?.stringValue.flatMap({ UInt64($0) }),
      let end = json?["end"]?.intValue, let size = json?["size"]?.intValue,
      let modified = json?["modified"]?.stringValue.flatMap({ Int64($0) }),
      let edges = json?["edges"]?.stringValue.flatMap({ UInt64($0) }), end >= 0, end <= size
    else { return nil }
    (self.inode, self.end, self.size) = (inode, end, size)
    (self.modified, self.edges) = (modified, edges)
  }
}
