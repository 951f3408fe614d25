/// Why a file cannot be read as CSV from some line on.
package struct CSVError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1; of an open quote, the line where it began.
  package var line: Int
  package var reason: String
  package var remedy: String

  package var description: String { "line \(line): \(reason); \(remedy)" }
}
