import Glibc
import Synchronization

/// Replaces a file as a whole: at any moment, and after a crash, it is the old one or the new one.
package enum AtomicReplace {
  /// Files written so far, so that two threads never share a temporary one.
  private static let count = Atomic<Int>(0)

  /// Writes beside the file, synchronizes, renames over it and synchronizes the folder.
  ///
  /// A file that exists keeps its permissions and group, and a link stays a link. A crash may leave
  /// `.NAME.PID-N.tmp`, which nothing reads.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = resolved(path)
    let folder = Folder.parent(of: target)
    let old = try FileStatus(at: target)
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    let temporary = "\(folder)/.\(Folder.name(of: target)).\(getpid())-\(number).tmp"
    // Only an earlier process of the same id can have left one.
    unlink(temporary)
    do {
      let file = try OpenFile(temporary, for: .creating, mode: 0o600)
      try file.adopt(mode: old?.mode ?? Folder.fileMode(in: folder), group: old?.group)
      try file.writeAll(bytes)
      try file.synchronize()
      try systemCall(.rename, target) { rename(temporary, target) }
    } catch {
      unlink(temporary)
      throw error
    }
    try Folder.synchronize(folder)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
