import Glibc
import Synchronization

/// A file that is written beside its place, piece by piece, and put there when all of it is on the disk.
///
/// Unless it is put in place, nothing of it stays. A crash may leave `.NAME.PID-N.part`, which nothing reads.
final class StagedFile {
  /// Bytes that are written together.
  private static let piece = 1 << 18
  /// Files written so far, so that two threads never share one.
  private static let count = Atomic<Int>(0)

  private let target: String
  private let temporary: String
  private let file: OpenFile
  private var waiting: [UInt8] = []

  /// Only its owner may read a new file; one that is replaced keeps its permissions.
  init(for path: String) throws(FileError) {
    target = path
    let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    let name = ".\(Folder.name(of: path)).\(getpid())-\(number).part"
    temporary = "\(Folder.parent(of: path))/\(name)"
    // Only an earlier process of the same id can have left one.
    unlink(temporary)
    let old = try FileStatus(at: path)
    file = try OpenFile(temporary, for: .creating, mode: 0o600)
    if let old { try file.adopt(mode: old.mode, group: old.group) }
  }

  deinit { unlink(temporary) }

  func write(_ text: String) throws(FileError) {
    waiting += text.utf8
    if waiting.count >= Self.piece { try flush() }
  }

  /// Takes back all that was written.
  func restart() throws(FileError) {
    waiting = []
    try file.truncate(to: 0)
    try file.rewind()
  }

  private func flush() throws(FileError) {
    try file.writeAll(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Puts it in its place; where there is a file meanwhile that may not be replaced, throws `EEXIST`.
  func finish(replacing: Bool) throws(FileError) {
    try flush()
    try file.synchronize()
    if replacing { try rename() } else { try appear() }
    try Folder.synchronize(Folder.parent(of: target))
  }

  private func rename() throws(FileError) {
    try systemCall(.rename, target) { Glibc.rename(temporary, target) }
  }

  /// Unlike a rename, a link never takes the place of another file.
  private func appear() throws(FileError) {
    do {
      try systemCall(.create, target) { link(temporary, target) }
    } catch  where [EPERM, EOPNOTSUPP, ENOSYS].contains(error.code) {
      // A disk that knows no links, such as one for every kind of computer.
      guard try FileStatus(at: target) == nil else {
        throw FileError(.create, target, code: EEXIST)
      }
      try rename()
    }
  }
}
