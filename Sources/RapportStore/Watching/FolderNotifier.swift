import Glibc
import Synchronization

/// inotify on the folders of a store.
final class FolderNotifier: Sendable {
  let descriptor: Int32
  private let location: StoreLocation
  private let folders = Mutex<[Int32: String]>([:])

  private static let watched = ["", "journal"] + DocumentFolder.folders
  private static let events =
    IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE

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
        let watch = inotify_add_watch(descriptor, path, UInt32(Self.events))
        if watch >= 0 { folders[watch] = folder }
      }
      return folders.values.contains("")
    }
  }

  /// What the events that have come so far touch; does not wait.
  func changes() -> StoreChange {
    var change: StoreChange = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        while offset < count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          let name = bytes[start..<start + Int(event.len)].prefix { $0 != 0 }
          change.formUnion(self.change(event, String(decoding: name, as: UTF8.self)))
          offset = start + Int(event.len)
        }
      }
    }
    return change
  }

  private func change(_ event: inotify_event, _ name: String) -> StoreChange {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return .all }
    guard let folder = folders.withLock({ $0[event.wd] }) else { return [] }
    if event.mask & UInt32(IN_ISDIR) != 0, folder.isEmpty, Self.watched.contains(name) {
      // A folder that came or went; what lies in it came before it could be watched.
      _ = watchFolders()
      return name == "journal" ? .journal : .definitions
    }
    return StoreChange(of: name, in: folder)
  }
}
