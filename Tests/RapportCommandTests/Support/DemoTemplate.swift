import CPseudoTerminal
import Glibc
import TestSupport

/// The made-up company, made once.
enum DemoTemplate {
  private static let folder = Result { try TemporaryFolder() }

  static let shared = Result { () throws -> TemporaryFolder in
    let folder = try Self.folder.get()
    // A static value has no last use.
    atexit { if case .success(let folder) = DemoTemplate.folder { _ = pt_remove(folder.path) } }
    let environment = [
      "HOME": folder.path, "LANG": "C.UTF-8", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
    ]
    let made = try Program(path: Workplace.rapport, environment: environment)
      .run(["init", folder.path, "--demo", "--customers", "300", "--seed", "42"])
    guard made.status == 0 else { throw Program.Failure.notStarted(made.message) }
    return folder
  }
}
