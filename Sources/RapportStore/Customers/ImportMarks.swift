package import JSONLogic
package import RapportCore

/// journal/imports.jsonl: where an import began, and whether it was finished.
///
/// An import is all or nothing. It holds the lock of customers.jsonl, writes its beginning with the
/// file's size, then its lines, then that it is finished. Whoever finds a beginning without an end
/// and can take the lock knows that it died, and cuts the file back.
package struct ImportMarks: Sendable {
  package enum State: String, Sendable { case begin, commit, abort }

  private var location: StoreLocation
  private var file: RecordFile { RecordFile(location.imports) }
  private static let tail = 64 << 10

  package init(_ location: StoreLocation) { self.location = location }

  /// The size that customers.jsonl had before an import that is not finished.
  package func openSize() throws(FileError) -> Int? { try open()?.size }

  private func open() throws(FileError) -> (batch: String, size: Int)? {
    let bytes: [UInt8]
    do throws(FileError) {
      let file = try OpenFile(location.imports, for: .reading)
      let size = try file.status().size
      bytes = try file.read(max(0, size - Self.tail)..<size)
    } catch  where error.isMissing {
      return nil
    }
    // A fragment that a crash left is not the last mark.
    let lines = bytes.split(separator: 0x0A).reversed()
    guard let last = lines.lazy.compactMap({ try? JSON(parsing: $0) }).first,
      last["state"]?.stringValue == State.begin.rawValue,
      let batch = last["batch"]?.stringValue, let size = last["size"]?.intValue, size >= 0
    else { return nil }
    return (batch, size)
  }

  /// Writes that an import begins at this size, ends, or was taken back.
  package func mark(
    _ state: State,
    batch: String,
    size: Int,
    at: Instant,
    details: JSONObject = [:]
  ) throws(FileError) {
    try Folder.create(Folder.parent(of: location.imports), mode: location.folderMode)
    var mark: JSONObject = [
      "batch": .string(batch), "at": .string(at.description), "state": .string(state.rawValue),
      "file": "customers.jsonl", "size": JSON(size),
    ]
    for (key, value) in details { mark[key] = value }
    try file.append([.object(mark)])
  }

  /// Locks customers.jsonl, and first takes back what an import that died has left.
  package func lockCustomers(at now: Instant) throws(FileError) -> LockedFile {
    let locked = try LockedFile(location.customers)
    if let (batch, size) = try open() {
      let before = try locked.file.status().size
      if before > size {
        try locked.file.truncate(to: size)
        try locked.file.synchronize()
      }
      try mark(.abort, batch: batch, size: size, at: now)
    }
    return locked
  }
}
