import CPseudoTerminal
import Glibc

/// A pseudo-terminal without a program: what is written to its one end is read at the other.
package final class BareTerminal {
  package let terminal: Int32
  private let controller: Int32

  package init(columns: Int, rows: Int) throws {
    var (controller, terminal): (Int32, Int32) = (-1, -1)
    guard pt_open(Int32(rows), Int32(columns), &controller, &terminal) else {
      throw PseudoTerminalError.notStarted("a terminal")
    }
    (self.controller, self.terminal) = (controller, terminal)
  }

  deinit {
    close(terminal)
    close(controller)
  }

  package var isCooked: Bool { pt_is_cooked(controller) }

  /// Takes what was written so far.
  package func written() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 100) > 0 {
      let count = read(controller, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
