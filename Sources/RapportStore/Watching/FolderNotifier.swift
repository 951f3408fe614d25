import Glibc
import Synchronization

/// inotify on the folders of a store.
final class FolderNotifier: Sendable {
  let descriptor: Int32
  private let location: StoreLocation
  private let folders = Mutex<[Int32: String]>([:])

  private static let watched = ["", "journal"] + DocumentFolder.folders

  /// Nil where the system or the file system cannot tell.
  init?(_ location: StoreLocation) {
    guard !MountedFileSystem(of: location.path).isShared else { return nil }
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    self.location = location
    guard descriptor >= 0 else { return nil }
    guard watchFolders() else { return nil }
  }

  deinit { close(descriptor) }

  /// Watches the folders that are there; false where not even the store's own can be watched.
  private func watchFolders() -> Bool {
    folders.withLock { folders in
      for folder in Self.watched {
        let path = folder.isEmpty ? location.path : location.file(folder)
        let watch = inotify_add_watch(descriptor, path, FileEvents.changing)
        if watch >= 0 { folders[watch] = folder }
      }
      return folders.values.contains("")
    }
  }

  /// What the events that have come so far touch; does not wait.
  func changes() -> StoreChange {
    FileEvents.take(from: descriptor).reduce(into: []) { $0.formUnion(change($1)) }
  }

  private func change(_ event: FileEvents.Event) -> StoreChange {
    if event.isLost { return .all }
    guard let folder = folders.withLock({ $0[event.watch] }) else { return [] }
    if event.isFolder, folder.isEmpty, Self.watched.contains(event.name) {
      // A folder that came or went; what lies in it came before it could be watched.
      _ = watchFolders()
      return event.name == "journal" ? .journal : .definitions
    }
    return StoreChange(of: event.name, in: folder)
  }
}
