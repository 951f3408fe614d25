import Glibc

/// The programs built together with the tests.
package enum BuiltProduct {
  /// The path of a program, which lies beside the bundle of the tests.
  package static func path(_ name: String) -> String {
    guard let resolved = realpath("/proc/self/exe", nil) else { return name }
    defer { free(resolved) }
    let executable = String(cString: resolved)
    let folder = executable.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/\(name)"
  }
}
