import Synchronization

/// True once.
final class FirstTime: Sendable {
  private let isOpen = Mutex(true)

  func take() -> Bool {
    isOpen.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
  }
}
