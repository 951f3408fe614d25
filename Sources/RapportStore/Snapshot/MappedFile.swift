import Glibc
import JSONLogic

/// A file in memory as it is on the disk; for files that are only ever replaced as a whole.
final class MappedFile: Sendable {
  private let address: UInt
  private let count: Int

  /// Nil where the file is empty.
  init?(_ file: borrowing OpenFile) throws(FileError) {
    count = try file.status().size
    guard count > 0 else { return nil }
    address = UInt(bitPattern: try file.map(count))
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), count) }

  /// The bytes; they keep the file mapped.
  var memory: ColumnMemory {
    ColumnMemory(
      UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count),
      owner: self
    )
  }
}

extension OpenFile {
  /// Maps the first bytes for reading.
  fileprivate func map(_ count: Int) throws(FileError) -> UnsafeMutableRawPointer? {
    let address = mapping(count)
    guard address != MAP_FAILED else { throw FileError(.read, path, code: errno) }
    return address
  }
}
