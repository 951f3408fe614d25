import Glibc
import JSONLogic

/// Where the snapshot of a store's customers is kept.
package struct SnapshotFile: Sendable {
  private let location: StoreLocation
  private let paths: ColumnPaths
  private let observer: CountingProgress.Observer?

  package init(
    _ location: StoreLocation,
    paths: ColumnPaths,
    observer: CountingProgress.Observer? = nil
  ) {
    self.location = location
    self.paths = paths
    self.observer = observer
  }

  /// Nil where there is no place for one.
  package var path: String? { location.cacheFolder.map { $0 + "/customers.snapshot" } }

  /// The snapshot that is there, if it can be trusted and is of this file and these columns.
  func read(for source: RecordSource) -> Snapshot? {
    guard let path, let file = try? OpenFile(path, for: .reading), let status = try? file.status(),
      status.kind == .file, isTrusted(status),
      let memory = (try? MappedFile(file))?.flatMap({ $0.memory }),
      let snapshot = Snapshot(memory), Set(paths.paths).isSubset(of: snapshot.paths),
      (try? snapshot.key.isContinued(by: source)) ?? false
    else { return nil }
    return snapshot
  }

  /// Only our own, the store's owner's, and the system's.
  private func isTrusted(_ status: FileStatus) -> Bool {
    if status.owner == geteuid() || status.owner == 0 { return true }
    let store = (try? FileStatus(at: location.path)).flatMap { $0 }
    return store?.owner == status.owner
  }

  /// The snapshot that is there, or a new one where it is none or its tail has grown too long.
  ///
  /// Where it cannot be written it stays in memory. `longestTail` says how many bytes behind it are
  /// no reason to make a new one.
  func prepare(
    _ source: RecordSource,
    limit: Int,
    longestTail: Int
  ) async throws -> Snapshot {
    if let known = read(for: source), limit - known.key.end <= longestTail { return known }
    return try await make(source, limit) { known in limit - known.key.end <= longestTail }
  }

  /// A new snapshot in the place of one that turned out to be damaged.
  func replace(_ source: RecordSource, limit: Int) async throws -> Snapshot {
    try await make(source, limit) { _ in false }
  }

  /// Makes a snapshot, unless somebody else has made one meanwhile that will do.
  private func make(
    _ source: RecordSource,
    _ limit: Int,
    unless isGood: (Snapshot) -> Bool
  ) async throws -> Snapshot {
    guard let path, let lock = try? lock(path) else { return try await build(source, limit) }
    if let known = read(for: source), isGood(known) { return known }
    let parts = try await parts(source, limit)
    let isWritten = (try? write(parts, to: path)) != nil
    _ = consume lock
    if isWritten, let snapshot = read(for: source) { return snapshot }
    return try Self.snapshot(parts, source)
  }

  private func build(_ source: RecordSource, _ limit: Int) async throws -> Snapshot {
    try Self.snapshot(await parts(source, limit), source)
  }

  private func parts(_ source: RecordSource, _ limit: Int) async throws -> [[UInt8]] {
    try await Snapshot.parts(of: source, to: limit, paths: paths, observer: observer)
  }

  private static func snapshot(_ parts: [[UInt8]], _ source: RecordSource) throws -> Snapshot {
    guard let snapshot = Snapshot(ColumnMemory(copying: Array(parts.joined()))) else {
      throw FileError(.read, source.file.path, code: EIO)
    }
    return snapshot
  }

  private func lock(_ path: String) throws(FileError) -> LockedFile {
    try Folder.create(Folder.parent(of: path), mode: location.folderMode)
    return try LockedFile(path + ".lock", patience: 120_000)
  }

  /// Writes beside the file and renames over it; a crash leaves a file that the next one replaces.
  private func write(_ parts: [[UInt8]], to path: String) throws(FileError) {
    let temporary = path + ".new"
    unlink(temporary)
    do throws(FileError) {
      let file = try OpenFile(temporary, for: .creating, mode: 0o600)
      try file.adopt(mode: Folder.fileMode(in: Folder.parent(of: path)), group: nil)
      for part in parts { try file.writeAll(part) }
      try file.synchronize()
      try systemCall(.rename, path) { rename(temporary, path) }
    } catch {
      unlink(temporary)
      throw error
    }
    try Folder.synchronize(Folder.parent(of: path))
  }
}
