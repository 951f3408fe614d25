import Glibc

/// The thread behind a `StoreWatcher`: waits for changes until it is told to stop.
final class WatchLoop: Sendable {
  private let location: StoreLocation
  private let notifier: FolderNotifier?
  private let stop: Int32
  private let onChange: @Sendable (StoreChange) -> Void
  private let onEnd: @Sendable () -> Void

  init(
    location: StoreLocation,
    notifier: FolderNotifier?,
    stop: Int32,
    onChange: @escaping @Sendable (StoreChange) -> Void,
    onEnd: @escaping @Sendable () -> Void
  ) {
    self.location = location
    self.notifier = notifier
    self.stop = stop
    self.onChange = onChange
    self.onEnd = onEnd
  }

  func run() {
    var seen = notifier == nil ? StoreFingerprint(location) : nil
    while true {
      if let notifier {
        guard wait(for: notifier.descriptor, milliseconds: -1) else { break }
        var change = notifier.changes()
        // A save is several events; a moment later they have all come.
        while wait(for: notifier.descriptor, milliseconds: 20, idle: false) {
          change.formUnion(notifier.changes())
        }
        if !change.isEmpty { onChange(change) }
      } else {
        guard wait(for: -1, milliseconds: 1000) else { break }
        let now = StoreFingerprint(location)
        let change = seen.map { now.changes(since: $0) } ?? .all
        seen = now
        if !change.isEmpty { onChange(change) }
      }
    }
    onEnd()
    close(stop)
  }

  /// False when it is time to stop; on time-out, `idle`.
  private func wait(for descriptor: Int32, milliseconds: Int32, idle: Bool = true) -> Bool {
    var descriptors = [
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    var count = poll(&descriptors, 2, milliseconds)
    while count < 0, errno == EINTR { count = poll(&descriptors, 2, milliseconds) }
    guard count > 0 else { return count == 0 && idle }
    return descriptors[0].revents == 0
  }
}
