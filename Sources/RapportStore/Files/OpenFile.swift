import Glibc

/// An open file; closed when it goes out of scope.
package struct OpenFile: ~Copyable, Sendable {
  package enum Access: Sendable {
    case reading
    /// Reads too; every write goes to the end.
    case appending
    /// For writing from the start; fails where the file exists.
    case creating
  }

  package let path: String
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// One that is missing is made only where `mode` gives its permission bits, from
  /// which the process's mask is taken away.
  package init(
    _ path: String,
    for access: Access,
    mode: UInt32? = nil
  ) throws(FileError) {
    var flags = O_CLOEXEC
    switch access {
    // Without O_NONBLOCK, opening a pipe that somebody put in the place of a file would hang.
    case .reading: flags |= O_RDONLY | O_NONBLOCK
    case .appending: flags |= O_RDWR | O_APPEND | O_NONBLOCK
    case .creating: flags |= O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    }
    if mode != nil { flags |= O_CREAT }
    self.path = path
    descriptor = try systemCall(.open, path) { open(path, flags, mode ?? 0o600) }
  }

  deinit { close(descriptor) }

  package func status() throws(FileError) -> FileStatus {
    var status = stat()
    try systemCall(.inspect, path) { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Reads from `offset` until the buffer is full or the file ends; answers how many bytes.
  package func read(
    into buffer: UnsafeMutableRawBufferPointer,
    at offset: Int
  ) throws(FileError) -> Int {
    var count = 0
    while count < buffer.count, let start = buffer.baseAddress {
      let room = buffer.count - count
      let position = off_t(offset + count)
      let more = try systemCall(.read, path) { pread(descriptor, start + count, room, position) }
      if more == 0 { break }
      count += more
    }
    return count
  }

  /// The bytes of a range, as far as the file reaches.
  package func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      do throws(FileError) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes once; answers how many bytes went out, fewer where the disk is full.
  package func write(_ bytes: ArraySlice<UInt8>) throws(FileError) -> Int {
    let (descriptor, path) = (descriptor, path)
    return try systemCall(.write, path) {
      bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
  }

  /// Writes all bytes, in several writes where it must.
  package func writeAll(_ bytes: [UInt8]) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try write(rest)
      guard count > 0 else { throw FileError(.write, path, code: ENOSPC) }
      rest = rest.dropFirst(count)
    }
  }

  func writeAll(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    let (descriptor, path) = (descriptor, path)
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = try systemCall(.write, path) {
        Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      guard count > 0 else { throw FileError(.write, path, code: ENOSPC) }
      written += count
    }
  }

  /// Waits until what was written is on the disk.
  package func synchronize() throws(FileError) {
    try systemCall(.synchronize, path) { fsync(descriptor) }
  }

  package func truncate(to size: Int) throws(FileError) {
    try systemCall(.truncate, path) { ftruncate(descriptor, off_t(size)) }
  }

  /// Goes back to the start for writing.
  func rewind() throws(FileError) {
    try systemCall(.write, path) { lseek(descriptor, 0, SEEK_SET) }
  }

  /// Gives the file the permissions and, where that is allowed, the group of another.
  package func adopt(mode: UInt32, group: UInt32?) throws(FileError) {
    if let group { _ = fchown(descriptor, uid_t.max, group) }
    try systemCall(.create, path) { fchmod(descriptor, mode) }
  }

  /// The first bytes, mapped for reading; `MAP_FAILED` where that fails, and why in `errno`.
  func mapping(_ count: Int) -> UnsafeMutableRawPointer? {
    mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
  }

  /// Takes the exclusive advisory lock if nobody has it.
  func tryLock() throws(FileError) -> Bool {
    do {
      try systemCall(.lock, path) { flock(descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch  where error.code == EWOULDBLOCK {
      return false
    }
  }
}
