import Glibc
import JSONLogic

/// Where the snapshot of a store's customers is kept.
package struct SnapshotFile: Sendable {
  private let location: StoreLocation
  private let contents: SnapshotContents
  private let observer: CountingProgress.Observer?

  /// Is handed what has been read, piece by piece, from any thread.
  typealias PieceObserver = @Sendable (SnapshotPiece) -> Void

  package init(
    _ location: StoreLocation,
    contents: SnapshotContents,
    observer: CountingProgress.Observer? = nil
  ) {
    self.location = location
    self.contents = contents
    self.observer = observer
  }

  /// Nil where there is no place for one.
  package var path: String? { location.cacheFolder.map { $0 + "/customers.snapshot" } }

  /// The snapshot that is there, if it can be trusted and is of this file and these columns.
  func read(for source: RecordSource) -> Snapshot? {
    guard let path, let file = try? OpenFile(path, for: .reading), let status = try? file.status(),
      status.kind == .file, isTrusted(status),
      let memory = (try? MappedFile(file))?.flatMap({ $0.memory }),
      let snapshot = Snapshot(memory), Set(contents.columns.paths).isSubset(of: snapshot.paths),
      snapshot.fields == contents.fields.names, snapshot.search != nil,
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
    longestTail: Int,
    pieces: PieceObserver? = nil
  ) async throws -> Snapshot {
    if let known = read(for: source), limit - known.key.end <= longestTail { return known }
    return try await make(source, limit, pieces) { known in limit - known.key.end <= longestTail }
  }

  /// A new snapshot in the place of one that turned out to be damaged.
  func replace(_ source: RecordSource, limit: Int) async throws -> Snapshot {
    try await make(source, limit, nil) { _ in false }
  }

  /// Makes a snapshot, unless somebody else has made one meanwhile that will do.
  private func make(
    _ source: RecordSource,
    _ limit: Int,
    _ pieces: PieceObserver?,
    unless isGood: (Snapshot) -> Bool
  ) async throws -> Snapshot {
    guard let path, let lock = try await lock(path) else {
      return try Self.snapshot(await parts(source, limit, pieces), source)
    }
    if let known = read(for: source), isGood(known) { return known }
    let parts = try await parts(source, limit, pieces)
    let isWritten = (try? write(parts, to: path)) != nil
    _ = consume lock
    if isWritten, let snapshot = read(for: source) { return snapshot }
    return try Self.snapshot(parts, source)
  }

  private func parts(
    _ source: RecordSource,
    _ limit: Int,
    _ pieces: PieceObserver?
  ) async throws -> [SectionData] {
    try await withTaskExecutorPreference(BuildingThreads.shared) {
      try await Snapshot.parts(
        of: source,
        to: limit,
        contents: contents,
        observer: observer,
        pieces: pieces
      )
    }
  }

  private static func snapshot(_ parts: [SectionData], _ source: RecordSource) throws -> Snapshot {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { _ = part.withBytes { bytes.append(contentsOf: $0) } }
    guard let snapshot = Snapshot(ColumnMemory(copying: bytes)) else {
      throw FileError(.read, source.file.path, code: EIO)
    }
    return snapshot
  }

  /// Waits until nobody else makes a snapshot; nil where there can be no lock, or it takes too long.
  private func lock(_ path: String) async throws -> LockedFile? {
    guard (try? Folder.create(Folder.parent(of: path), mode: location.folderMode)) != nil else {
      return nil
    }
    for _ in 0..<Self.mostTries {
      do throws(FileError) {
        return try LockedFile(path + ".lock", patience: 0)
      } catch {
        guard error.code == ETIMEDOUT else { return nil }
      }
      try await Task.sleep(for: Self.pause)
    }
    return nil
  }

  /// Two minutes.
  private static let mostTries = 2400
  private static let pause = Duration.milliseconds(50)

  /// Writes beside the file and renames over it; a crash leaves a file that the next one replaces.
  ///
  /// Does not wait for the disk: where the power fails before the system has written it, the checksums
  /// tell, and it is made anew.
  private func write(_ parts: [SectionData], to path: String) throws(FileError) {
    let temporary = path + ".new"
    unlink(temporary)
    do throws(FileError) {
      let file = try OpenFile(temporary, for: .creating, mode: 0o600)
      try file.adopt(mode: Folder.fileMode(in: Folder.parent(of: path)), group: nil)
      for part in parts { try file.writeAll(part) }
      try systemCall(.rename, path) { rename(temporary, path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }
}

extension OpenFile {
  /// Writes all of a section.
  fileprivate func writeAll(_ section: SectionData) throws(FileError) {
    var failure: FileError?
    _ = section.withBytes { bytes in
      do throws(FileError) { try writeAll(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
