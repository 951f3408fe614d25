import Glibc

/// What the file system knows of a file.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Sendable { case file, folder, other }

  package var device: UInt64
  package var inode: UInt64
  package var size: Int
  /// Since 1970, in nanoseconds.
  package var modified: Int64
  /// Permission bits with set-user, set-group and sticky.
  package var mode: UInt32
  package var owner: UInt32
  package var group: UInt32
  package var kind: Kind

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
  }

  /// Of the file at a path, links followed; nil where there is none.
  package init?(at path: String) throws(FileError) {
    var status = stat()
    do {
      try systemCall(.inspect, path) { stat(path, &status) }
    } catch  where error.isMissing {
      return nil
    }
    self.init(status)
  }

  /// Whether both are the same file on the same disk, by name or not.
  package func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}
