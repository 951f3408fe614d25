/// Where in the store something is: a file, and a line or a JSON pointer in it.
package struct Place: Hashable, Sendable, CustomStringConvertible {
  /// Relative to the store's folder, such as `segments/loyal.json`.
  package var file: String
  /// Counted from 1; for record files.
  package var line: Int?
  /// RFC 6901, such as `/rule/and/0`; for definitions.
  package var pointer: String?

  package init(file: String, line: Int? = nil, pointer: String? = nil) {
    self.file = file
    self.line = line
    self.pointer = pointer
  }

  package var description: String {
    file + (line.map { ":\($0)" } ?? "") + (pointer.map { $0.isEmpty ? "" : "#\($0)" } ?? "")
  }
}
