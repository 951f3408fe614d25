import Glibc

/// The thread behind a watcher: waits for changes until it is told to stop.
final class WatchLoop: Sendable {
  /// Readable when something changed; nil where the system does not tell, and it is looked once a second.
  private let descriptor: Int32?
  private let stop: Int32
  /// Takes note of what changed.
  private let collect: @Sendable () -> Void
  /// Tells of what was noted, if anything; changes that come together are told once.
  private let deliver: @Sendable () -> Void
  private let onEnd: @Sendable () -> Void

  init(
    descriptor: Int32?,
    stop: Int32,
    collect: @escaping @Sendable () -> Void,
    deliver: @escaping @Sendable () -> Void,
    onEnd: @escaping @Sendable () -> Void
  ) {
    self.descriptor = descriptor
    self.stop = stop
    self.collect = collect
    self.deliver = deliver
    self.onEnd = onEnd
  }

  /// A pipe for `stop`: closing `input` ends the loop that has `output`.
  static func pipe(watching path: String) throws(FileError) -> (output: Int32, input: Int32) {
    var ends: [Int32] = [-1, -1]
    try systemCall(.watch, path) { Glibc.pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Runs on a thread of its own; `path` is what is watched, for messages.
  func start(watching path: String) throws(FileError) {
    var thread = pthread_t()
    let code = pthread_create(
      &thread,
      nil,
      { context in
        guard let context else { return nil }
        Unmanaged<WatchLoop>.fromOpaque(context).takeRetainedValue().run()
        return nil
      },
      Unmanaged.passRetained(self).toOpaque()
    )
    guard code == 0 else {
      Unmanaged.passUnretained(self).release()
      throw FileError(.watch, path, code: code)
    }
    pthread_detach(thread)
  }

  private func run() {
    while wait(for: descriptor ?? -1, milliseconds: descriptor == nil ? 1000 : -1) {
      collect()
      // A save is several events; a moment later they have all come.
      while let descriptor, wait(for: descriptor, milliseconds: 20, idle: false) { collect() }
      deliver()
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
