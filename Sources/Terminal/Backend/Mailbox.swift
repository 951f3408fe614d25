import Synchronization

/// Where detached workers leave messages for the thread that runs the interface.
package final class Mailbox<Message: Sendable>: Sendable {
  private struct Letter: Sendable {
    let kind: String?
    let message: Message
  }

  private let letters = Mutex<[Letter]>([])
  private let wake: @Sendable () -> Void

  /// `wake` is called when the mailbox stops being empty, on the poster's thread.
  package init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  package func post(_ message: Message) { deliver(Letter(kind: nil, message: message)) }

  /// Posts a message of which only the latest of its kind matters, as the progress of a search;
  /// an earlier one that nobody has read is dropped.
  package func post(_ message: Message, replacing kind: String) {
    deliver(Letter(kind: kind, message: message))
  }

  private func deliver(_ letter: Letter) {
    let wasEmpty = letters.withLock { letters in
      let wasEmpty = letters.isEmpty
      if let kind = letter.kind { letters.removeAll { $0.kind == kind } }
      letters.append(letter)
      return wasEmpty
    }
    if wasEmpty { wake() }
  }

  /// Takes all messages, in the order in which they were posted.
  package func drain() -> [Message] {
    letters.withLock { letters in
      defer { letters.removeAll(keepingCapacity: true) }
      return letters.map(\.message)
    }
  }
}
