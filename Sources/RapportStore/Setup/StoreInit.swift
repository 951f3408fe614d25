import JSONLogic

/// Makes the folders of a new store.
package struct StoreInit: Sendable {
  package let location: StoreLocation
  /// For a team on one machine: a group that may read and write; nil: the owner alone.
  package let group: UInt32?

  package init(_ location: StoreLocation, group: UInt32? = nil) {
    self.location = location
    self.group = group
  }

  /// Whether something is there that would be in the way.
  package var isTaken: Bool {
    get throws(FileError) {
      do {
        return try !Folder.names(in: location.path).isEmpty
      } catch {
        guard error.isMissing else { throw error }
        return false
      }
    }
  }

  /// Makes the folders with their permissions, and a `.gitignore` that keeps customers out of a
  /// repository of definitions.
  package func createFolders() throws(FileError) {
    for folder in ["", "segments", "tones", "services", "scripts", "journal", "drafts"] {
      let path = folder.isEmpty ? location.path : location.file(folder)
      try Folder.create(path, mode: group == nil ? 0o700 : 0o2770)
      if let group { try OpenFile(path, for: .reading).adopt(mode: 0o2770, group: group) }
    }
    try write(
      Array("customers.jsonl\njournal/\ndrafts/\n.cache/\n".utf8),
      to: ".gitignore"
    )
  }

  package func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    try AtomicReplace.write(bytes, to: location.file(name))
    if let group {
      try OpenFile(location.file(name), for: .reading).adopt(mode: 0o660, group: group)
    }
  }

  /// Writes a new file piece by piece, for records that are made as they are written.
  package func stream(
    to name: String,
    _ produce: (_ sink: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    let file = try OpenFile(
      location.file(name),
      for: .creating,
      mode: group == nil ? 0o600 : 0o660
    )
    try produce { bytes throws(FileError) in try file.writeAll(bytes) }
    if let group { try file.adopt(mode: 0o660, group: group) }
    try file.synchronize()
  }
}
