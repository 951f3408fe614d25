import Glibc

/// The environment variables that decide how a terminal is used.
package struct TerminalEnvironment: Sendable {
  private let value: @Sendable (String) -> String?

  package init(_ values: [String: String]) {
    value = { values[$0] }
  }

  private init(value: @escaping @Sendable (String) -> String?) {
    self.value = value
  }

  package static let process = TerminalEnvironment { name in
    getenv(name).map { String(cString: $0) }
  }

  /// A variable's value; nil also where it is empty.
  package subscript(name: String) -> String? {
    guard let value = value(name), !value.isEmpty else { return nil }
    return value
  }
}
