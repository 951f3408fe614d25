import Glibc

/// A file that this process alone may change until the value goes out of scope.
///
/// The lock is `flock` on the file itself, so that a dead process never leaves one behind. Between
/// opening and locking, another process may have put a new file in its place; the lock would then
/// be on a file that nobody sees any more, so the path is looked at again and opened anew.
package struct LockedFile: ~Copyable {
  package let file: OpenFile

  /// Waits for other processes, at most `patience` milliseconds.
  ///
  /// A file that is missing is made,
  /// with its folder's permissions.
  package init(_ path: String, patience: Int = 20_000) throws(FileError) {
    var waited = 0
    while true {
      let file = try Self.open(path)
      while try !file.tryLock() {
        guard waited < patience else { throw FileError(.lock, path, code: ETIMEDOUT) }
        // Short at first: an append takes about as long as one fsync.
        let pause = min(1 + waited / 8, 20)
        usleep(UInt32(pause) * 1000)
        waited += pause
      }
      if let there = try FileStatus(at: path), try file.status().isSameFile(as: there) {
        self.file = file
        return
      }
    }
  }

  private static func open(_ path: String) throws(FileError) -> OpenFile {
    do {
      return try OpenFile(path, for: .appending)
    } catch  where error.code == ENOENT {
      let mode = Folder.fileMode(in: Folder.parent(of: path))
      let file = try OpenFile(path, for: .appending, mode: mode)
      try file.adopt(mode: mode, group: nil)
      try Folder.synchronize(Folder.parent(of: path))
      return file
    }
  }

  /// Appends whole lines with one write and returns, when they are on the disk, where they stand.
  ///
  /// A short write is taken back and fails: either all lines are there or none. Where a crash left
  /// the file without a final newline, one is written first, so that the fragment stays one damaged
  /// line and is never glued to the next.
  ///
  /// Without `isSynchronized` they may still be lost, until the file is synchronized.
  @discardableResult
  package func append(
    lines: [UInt8],
    isSynchronized: Bool = true
  ) throws(FileError) -> Range<Int> {
    guard !lines.isEmpty else { return 0..<0 }
    let size = try file.status().size
    let last = size > 0 ? try file.read(size - 1..<size) : [0x0A]
    let healed = last != [0x0A]
    do throws(FileError) {
      let bytes = healed ? [0x0A] + lines : lines
      guard try file.write(bytes[...]) == bytes.count else {
        throw FileError(.write, file.path, code: ENOSPC)
      }
      if isSynchronized { try file.synchronize() }
    } catch {
      try? file.truncate(to: size)
      throw error
    }
    let start = healed ? size + 1 : size
    return start..<start + lines.count
  }
}
