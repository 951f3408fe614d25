/// One record of a CSV file.
package struct CSVRecord: Hashable, Sendable {
  package var fields: [String]
  /// The line where it begins, counted from 1; a quoted field may go over several.
  package var line: Int
  /// What is wrong with it, where its fields can still be told apart.
  package var fault: String?

  package init(fields: [String], line: Int, fault: String? = nil) {
    self.fields = fields
    self.line = line
    self.fault = fault
  }

  /// Whether the line is empty.
  package var isBlank: Bool { fields == [""] }
}
