/// The order that a page has its rows in as long as nobody chooses another.
struct WorkbenchOrder: Sendable {
  /// `priority, strongest first`.
  var words: String
  /// The same the other way round.
  var reversed: String
  /// The column by which rows of which it is not known come last both ways.
  var column: Int?

  static let name = WorkbenchOrder(words: "name, A to Z", reversed: "name, Z to A")
}

/// What stands in a column, which says what comes first.
enum ColumnValue: Sendable {
  case text, number, date, severity

  var ways: (first: String, last: String) {
    switch self {
    case .text: ("A to Z", "Z to A")
    case .number: ("largest first", "smallest first")
    case .date: ("newest first", "oldest first")
    case .severity: ("gravest first", "mildest first")
    }
  }
}
