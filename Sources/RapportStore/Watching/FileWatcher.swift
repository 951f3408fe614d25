import Glibc
import Synchronization

/// Tells when files of a kind change in some folders, whoever changes them.
///
/// Sleeps as a `StoreWatcher` does, and looks once a second where one of the file systems does not tell.
/// Folders that are not there are passed over.
package final class FileWatcher: Sendable {
  /// Ends when the watcher goes.
  package let changes: AsyncStream<Void>
  /// Closing it ends the thread.
  private let stop: Int32

  /// - Parameters:
  ///   - folders: the folders.
  ///   - ending: of the files' names, such as `.json`.
  /// - Throws: where nothing can be watched.
  package init(_ folders: [String], ending: String) throws(FileError) {
    let path = folders.first ?? "/"
    let ends = try WatchLoop.pipe(watching: path)
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    stop = ends.input
    changes = stream
    let files = WatchedFiles(folders, ending: ending)
    try WatchLoop(descriptor: files.descriptor, stop: ends.output) {
      files.collect()
    } deliver: {
      if files.take() { continuation.yield() }
    } onEnd: {
      continuation.finish()
    }
    .start(watching: path)
  }

  deinit { close(stop) }
}

/// The files of a kind in some folders, and whether they changed.
private final class WatchedFiles: Sendable {
  private struct State {
    var isChanged = false
    /// How they looked, where a file system does not tell.
    var seen: [String: FileStatus] = [:]
  }

  private let folders: [String]
  private let ending: String
  /// Of inotify; nil where it cannot tell of all of them.
  let descriptor: Int32?
  private let state = Mutex(State())

  init(_ folders: [String], ending: String) {
    self.folders = folders
    self.ending = ending
    descriptor = Self.watch(folders)
    if descriptor == nil { state.withLock { $0.seen = look() } }
  }

  deinit { if let descriptor { close(descriptor) } }

  private static func watch(_ folders: [String]) -> Int32? {
    guard !folders.contains(where: { MountedFileSystem(of: $0).isShared }) else { return nil }
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    for folder in folders { inotify_add_watch(descriptor, folder, FileEvents.changing) }
    return descriptor
  }

  private func look() -> [String: FileStatus] {
    var files: [String: FileStatus] = [:]
    for folder in folders {
      for name in (try? Folder.names(in: folder)) ?? [] where name.hasSuffix(ending) {
        files["\(folder)/\(name)"] = try? FileStatus(at: "\(folder)/\(name)")
      }
    }
    return files
  }

  func collect() {
    state.withLock { state in
      guard let descriptor else {
        let now = look()
        state.isChanged = state.isChanged || now != state.seen
        state.seen = now
        return
      }
      let touches = FileEvents.take(from: descriptor).contains {
        $0.isLost || $0.name.hasSuffix(ending) && !$0.name.hasPrefix(".")
      }
      state.isChanged = state.isChanged || touches
    }
  }

  func take() -> Bool {
    state.withLock { state in
      defer { state.isChanged = false }
      return state.isChanged
    }
  }
}
