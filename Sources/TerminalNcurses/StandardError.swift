import Glibc

/// Standard error while the screen is in use: a message printed there would spoil it.
struct StandardError {
  /// The real one; -1 if it is no terminal, so that nothing has to be done.
  let original: Int32
  private let log: Int32

  init(logPath: String?) {
    guard isatty(STDERR_FILENO) == 1 else {
      (original, log) = (-1, -1)
      return
    }
    let path = logPath ?? "/dev/null"
    var log = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    if log < 0 { log = open("/dev/null", O_WRONLY | O_CLOEXEC) }
    self.log = log
    original = log >= 0 ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3) : -1
  }

  func redirect() {
    if original >= 0 { dup2(log, STDERR_FILENO) }
  }

  func restore() {
    if original >= 0 { dup2(original, STDERR_FILENO) }
  }

  func close() {
    if log >= 0 { _ = Glibc.close(log) }
    if original >= 0 { _ = Glibc.close(original) }
  }
}
