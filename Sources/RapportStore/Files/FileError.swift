import Glibc

/// A system call on a file that failed: what was tried, where, and why, in words.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Operation: String, Sendable {
    case open, read, write, lock, truncate, rename, list, create, remove, watch
    case inspect = "look at"
    case synchronize = "save"
  }

  package var operation: Operation
  package var path: String
  /// As in `errno`.
  package var code: Int32

  package init(_ operation: Operation, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var description: String { "cannot \(operation.rawValue) \(path): \(reason)" }

  /// Why, in plain words; the system's own for what is rare.
  package var reason: String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EROFS: "it is on a read-only file system"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would become larger than is allowed"
    case EISDIR: "it is a folder, not a file"
    case ENOTDIR: "part of the path is a file, not a folder"
    case EEXIST: "it exists already"
    case ELOOP: "the links go round in a circle"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many files are open"
    case ENOTSUP: "a later version of rapport wrote this store, which this one only reads"
    case EIO: "the disk reports an error"
    case ETIMEDOUT, EWOULDBLOCK: "another process holds it; try again when it is done"
    default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }

  /// Whether there is nothing at the path.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether the file system or its permissions forbid it.
  package var isForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }
}
