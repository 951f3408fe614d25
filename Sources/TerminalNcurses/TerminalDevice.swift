import Glibc

/// The terminal of this process as a file.
struct TerminalDevice {
  let descriptor: Int32

  /// Opens /dev/tty, so that standard input and output stay free for data.
  init() throws(TerminalError) {
    descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .noTerminal }
  }

  func close() { _ = Glibc.close(descriptor) }

  /// What has arrived, at most 16 KiB; nil at the end of a terminal that is gone.
  func read() -> [UInt8]? {
    let capacity = 16_384
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        count = Glibc.read(descriptor, buffer.baseAddress, capacity)
        initialized = max(0, count)
      }
      if count > 0 { return bytes }
      guard count < 0 else { return nil }
      if errno == EAGAIN { return [] }
      guard errno == EINTR else { return nil }
    }
  }

  /// Writes all bytes; what a terminal that is gone does not take is lost.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
