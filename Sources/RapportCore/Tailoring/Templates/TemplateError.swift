/// Why a template cannot be read or rendered, and where.
package struct TemplateError: Error, Hashable, Sendable {
  /// Counted from 1; columns are Unicode scalars.
  package var line: Int
  package var column: Int
  /// What is wrong, lower case and without a full stop.
  package var message: String
  /// What would be right.
  package var remedy: String

  package init(line: Int, column: Int, message: String, remedy: String) {
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }
}

extension TemplateError: CustomStringConvertible {
  package var description: String { "line \(line), column \(column): \(message); \(remedy)" }
}
