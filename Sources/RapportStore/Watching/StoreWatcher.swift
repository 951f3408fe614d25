import Glibc
import Synchronization

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
    let ends = try WatchLoop.pipe(watching: location.path)
    let notifier = FolderNotifier(location)
    let (stream, continuation) = AsyncStream.makeStream(
      of: StoreChange.self,
      bufferingPolicy: .bufferingNewest(16)
    )
    stop = ends.input
    changes = stream
    isNotified = notifier != nil
    let collector = Collector(location, notifier)
    try WatchLoop(descriptor: notifier?.descriptor, stop: ends.output) {
      collector.collect()
    } deliver: {
      let change = collector.take()
      if !change.isEmpty { continuation.yield(change) }
    } onEnd: {
      continuation.finish()
    }
    .start(watching: location.path)
  }

  deinit { close(stop) }

  /// What has changed and was not told yet.
  private final class Collector: Sendable {
    private struct State {
      var change: StoreChange = []
      /// How the store looked, where the file system does not tell.
      var seen: StoreFingerprint?
    }

    private let location: StoreLocation
    private let notifier: FolderNotifier?
    private let state: Mutex<State>

    init(_ location: StoreLocation, _ notifier: FolderNotifier?) {
      self.location = location
      self.notifier = notifier
      state = Mutex(State(seen: notifier == nil ? StoreFingerprint(location) : nil))
    }

    func collect() {
      state.withLock { state in
        if let notifier {
          state.change.formUnion(notifier.changes())
        } else {
          let now = StoreFingerprint(location)
          state.change.formUnion(state.seen.map { now.changes(since: $0) } ?? .all)
          state.seen = now
        }
      }
    }

    func take() -> StoreChange {
      state.withLock { state in
        defer { state.change = [] }
        return state.change
      }
    }
  }
}
