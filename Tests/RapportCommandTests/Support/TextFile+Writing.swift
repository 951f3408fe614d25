import Glibc
import TestSupport

extension TextFile {
  struct NotWritten: Error { let path: String }

  /// Puts bytes in a file, anew or behind what is there; returns its path.
  @discardableResult
  static func write(
    _ bytes: some Collection<UInt8>,
    to path: String,
    appending: Bool = false
  ) throws -> String {
    guard let file = fopen(path, appending ? "ab" : "wb") else { throw NotWritten(path: path) }
    defer { fclose(file) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw NotWritten(path: path) }
    return path
  }
}
