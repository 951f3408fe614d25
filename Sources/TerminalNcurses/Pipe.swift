import CTerminal
import Glibc
import Synchronization

/// A pipe whose ends never block on our side.
final class Pipe: Sendable {
  let output: Int32
  let input: Int32
  private let isInputOpen = Atomic(true)

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard ct_pipe(&ends) else {
      throw .failed(reason: String(cString: strerror(errno)))
    }
    (output, input) = (ends[0], ends[1])
  }

  deinit {
    close(output)
    closeInput()
  }

  /// Lets the reader see the end; safe to call again.
  func closeInput() {
    if isInputOpen.exchange(false, ordering: .relaxed) { close(input) }
  }

  /// Makes the pipe readable; a full one is so already.
  func signal() {
    var byte: UInt8 = 0
    _ = write(input, &byte, 1)
  }

  /// Takes the bytes that are there, at most 512.
  func drain() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 512) { buffer, initialized in
      initialized = max(0, read(output, buffer.baseAddress, 512))
    }
  }
}
