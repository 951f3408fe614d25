import Glibc
package import RapportCore

/// Writes lists of the store's customers to files.
///
/// Each list is read from a snapshot of its own, so that nobody who counts meanwhile waits for it, and what
/// changes meanwhile is all of it in the list or none.
package struct JSONMemberExport: MemberExport {
  private let location: StoreLocation
  package init(_ location: StoreLocation) { self.location = location }

  package func write(
    _ file: MemberFile,
    _ definitions: Definitions,
    at moment: Instant,
    progress: @escaping @Sendable (MemberProgress) -> Void
  ) async throws -> MemberProgress {
    let path = try place(file)
    let counts = SegmentCounts(location, definitions)
    do {
      return try await counts.write(file, to: path, at: moment, progress)
    } catch let error as FileError where error.code == EEXIST && error.path == path {
      throw MemberFileRefusal.exists
    }
  }

  /// The path, with the home folder in the place of `~`; a refusal where nothing may be written there.
  private func place(_ file: MemberFile) throws -> String {
    let path = Self.expanded(file.path)
    let folder = Folder.parent(of: path)
    guard try FileStatus(at: folder)?.kind == .folder else {
      throw MemberFileRefusal.noFolder(folder)
    }
    if Self.real(folder + "/").hasPrefix(Self.real(location.path + "/")) {
      throw MemberFileRefusal.inStore
    }
    guard let old = try FileStatus(at: path) else { return path }
    guard old.kind != .folder else { throw MemberFileRefusal.isFolder }
    guard file.replaces else { throw MemberFileRefusal.exists }
    // A link stays one.
    return Self.real(path)
  }

  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// Without links; a folder keeps the slash at its end.
  private static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real) + (path.hasSuffix("/") ? "/" : "")
  }
}

extension SegmentCounts {
  /// Customers after which somebody is told how far it is.
  private static let pace = 2_000

  fileprivate func write(
    _ file: MemberFile,
    to path: String,
    at moment: Instant,
    _ progress: @escaping @Sendable (MemberProgress) -> Void
  ) async throws -> MemberProgress {
    let document = MemberDocument(file.form, columns: file.query.columns)
    let staged = try StagedFile(for: path)
    let done = try await ask(at: moment) { counter in
      // Asked again where the snapshot turned out to be damaged.
      try staged.restart()
      try staged.write(document.head)
      let done = try counter.everyMember(file.query) { row, so in
        try staged.write(document.text(of: row, isFirst: so.written == 0))
        if so.written % Self.pace == 0 { progress(so) }
      }
      try staged.write(document.end(isEmpty: done.written == 0))
      return done
    }
    try Task.checkCancellation()
    try staged.finish(replacing: file.replaces)
    return done
  }
}
