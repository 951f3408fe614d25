import Glibc

/// What inotify tells of watched folders.
enum FileEvents {
  /// What makes a file another one than before.
  static let changing = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE
  )

  struct Event {
    /// Of the folder; -1 where events were lost.
    var watch: Int32
    var mask: UInt32
    /// Of the file in it.
    var name: String

    var isLost: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }
    var isFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }
  }

  /// The events that have come so far; does not wait.
  static func take(from descriptor: Int32) -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        while offset < count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          let name = bytes[start..<start + Int(event.len)].prefix { $0 != 0 }
          events.append(
            Event(watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self))
          )
          offset = start + Int(event.len)
        }
      }
    }
    return events
  }
}
