import Glibc

/// Folders: what is in them, and making them.
package enum Folder {
  /// The names in a folder, sorted by bytes, without the ones that begin with a dot.
  package static func names(in path: String) throws(FileError) -> [String] {
    guard let stream = opendir(path) else { throw FileError(.list, path, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder, and those above it, where there is none.
  package static func create(_ path: String, mode: UInt32 = 0o700) throws(FileError) {
    if let status = try FileStatus(at: path) {
      guard status.kind == .folder else { throw FileError(.create, path, code: ENOTDIR) }
      return
    }
    let parent = parent(of: path)
    if parent != path { try create(parent, mode: mode) }
    do {
      try systemCall(.create, path) { mkdir(path, mode & 0o777) }
    } catch  where error.code == EEXIST {
      return
    }
    // The process's mask must not take away what the store's owner asked for.
    try systemCall(.create, path) { chmod(path, mode) }
    try synchronize(parent)
  }

  /// Waits until the names in a folder are on the disk.
  package static func synchronize(_ path: String) throws(FileError) {
    try OpenFile(path, for: .reading).synchronize()
  }

  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func name(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }

  /// The permissions of a new file: those of its folder, without the right to execute.
  package static func fileMode(in folder: String) -> UInt32 {
    ((try? FileStatus(at: folder))?.map { $0.mode & 0o666 }) ?? 0o600
  }

  /// Whether this process may make files in a folder.
  package static func isWritable(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// Removes a file; it is no error where there is none.
  package static func remove(_ path: String) throws(FileError) {
    do {
      try systemCall(.remove, path) { unlink(path) }
    } catch  where error.isMissing {
      return
    }
    try synchronize(parent(of: path))
  }
}
