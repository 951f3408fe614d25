import Glibc

/// Tells when other processes, or this one, changed a store.
///
/// Sleeps in the kernel (inotify) and costs nothing while nothing changes; where the file system
/// does not tell, it looks once a second. Changes that come together are told once.
package final class StoreWatcher: Sendable {
  /// What changed; ends when the watcher goes.
  package let changes: AsyncStream<StoreChange>
  /// Whether the file system tells of changes by itself.
  package let isNotified: Bool

  /// Closing it ends the thread.
  private let stop: Int32

  package init(_ location: StoreLocation) throws(FileError) {
    var ends: [Int32] = [-1, -1]
    try systemCall(.watch, location.path) { pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let notifier = FolderNotifier(location)
    let (stream, continuation) = AsyncStream.makeStream(
      of: StoreChange.self,
      bufferingPolicy: .bufferingNewest(16)
    )
    stop = ends[1]
    changes = stream
    isNotified = notifier != nil
    let watch = WatchLoop(location: location, notifier: notifier, stop: ends[0]) {
      continuation.yield($0)
    } onEnd: {
      continuation.finish()
    }
    var thread = pthread_t()
    let code = pthread_create(
      &thread,
      nil,
      { context in
        guard let context else { return nil }
        Unmanaged<WatchLoop>.fromOpaque(context).takeRetainedValue().run()
        return nil
      },
      Unmanaged.passRetained(watch).toOpaque()
    )
    guard code == 0 else {
      Unmanaged.passUnretained(watch).release()
      throw FileError(.watch, location.path, code: code)
    }
    pthread_detach(thread)
  }

  deinit { close(stop) }
}
