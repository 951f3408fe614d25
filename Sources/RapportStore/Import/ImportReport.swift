package import JSONLogic

/// What became of every row of an imported file.
package struct ImportReport: Hashable, Sendable {
  package struct Rejection: Hashable, Sendable {
    /// Of the file, counted from 1.
    package var line: Int
    package var reason: String
  }

  package var created = 0
  package var updated = 0
  package var unchanged = 0
  package var rejected: [Rejection] = []
  /// Rows with fewer fields than the header; what they lack is missing, nothing is shifted.
  package var short: [Int] = []
  package var encoding: TextEncoding
  package var delimiter: CSVDelimiter
  package var isDryRun: Bool

  package var rows: Int { created + updated + unchanged + rejected.count }

  /// For scripts.
  package var json: JSON {
    [
      "rows": JSON(rows), "created": JSON(created), "updated": JSON(updated),
      "unchanged": JSON(unchanged), "encoding": .string(encoding.rawValue),
      "delimiter": .string(delimiter.rawValue), "dryRun": JSON(isDryRun),
      "short": .array(short.map { JSON($0) }),
      "rejected": .array(
        rejected.map { ["line": JSON($0.line), "reason": .string($0.reason)] }
      ),
    ]
  }
}
