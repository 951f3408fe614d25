import Synchronization

/// Bytes for the terminal from other threads, written by the one that draws, so that they never
/// land within a sequence of curses.
final class Outbox: Sendable {
  private let messages = Mutex<[[UInt8]]>([])

  func append(_ bytes: [UInt8]) {
    messages.withLock { $0.append(bytes) }
  }

  func drain() -> [[UInt8]] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
