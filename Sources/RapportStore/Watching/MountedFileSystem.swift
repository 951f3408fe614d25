import Glibc

/// The kind of file system that a path is on, as /proc/mounts tells.
struct MountedFileSystem {
  /// `ext4`, `nfs4`, ...; empty where that cannot be told.
  private(set) var kind = ""

  init(of path: String) {
    guard let real = realpath(path, nil) else { return }
    defer { free(real) }
    let path = String(cString: real) + "/"
    var deepest = 0
    for line in Self.mounts().split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 2 else { continue }
      let point = parts[1] == "/" ? "/" : parts[1] + "/"
      if path.hasPrefix(point), point.utf8.count >= deepest {
        deepest = point.utf8.count
        kind = String(parts[2])
      }
    }
  }

  /// Whether other machines may change it without this one being told.
  var isShared: Bool {
    kind.hasPrefix("nfs") || kind.hasPrefix("fuse") || ["cifs", "smb3", "9p", "afs"].contains(kind)
  }

  /// The file has no size; it is read until it ends.
  private static func mounts() -> String {
    guard let bytes = try? OpenFile("/proc/mounts", for: .reading).read(0..<(1 << 20)) else {
      return ""
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
