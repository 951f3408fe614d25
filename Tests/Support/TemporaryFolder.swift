import CPseudoTerminal
import Glibc

/// A folder that disappears with its value's last use.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    var template = Array("/tmp/rapport-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TemporaryFolderError() }
    path = template.withUnsafeBytes { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  deinit {
    _ = pt_remove(path)
  }
}

package struct TemporaryFolderError: Error {}
