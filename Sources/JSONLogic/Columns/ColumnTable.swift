/// The values of one variable in all rows: a dictionary of the distinct ones, and a code a row.
public struct Column: Sendable {
  /// The distinct values.
  public let dictionary: ColumnDictionary
  /// The rows.
  public let codes: ColumnCodes

  /// A column of codes into a dictionary; a code beyond it reads as absent.
  public init(_ dictionary: ColumnDictionary, _ codes: ColumnCodes) {
    self.dictionary = dictionary
    self.codes = codes
  }

  /// The value of each row, nil where it is absent.
  public init?(_ rows: some Sequence<JSON?>) {
    var known: [ColumnEntry: Int] = [:]
    var entries: [ColumnEntry] = []
    let positions = rows.map { value -> Int in
      guard let value else { return -1 }
      let entry = ColumnEntry(value)
      if let position = known[entry] { return position }
      known[entry] = entries.count
      entries.append(entry)
      return entries.count - 1
    }
    self.init(entries, positions: positions)
  }

  /// For each row the position of its value among distinct ones; a negative one where it is absent.
  ///
  /// Nil where there are too many values. Positions beyond the last value must not occur.
  public init?(_ values: [ColumnEntry], positions: [Int]) {
    guard let (dictionary, codes) = ColumnDictionary.arranging(values) else { return nil }
    self.dictionary = dictionary
    self.codes = ColumnCodes(
      positions.map { $0 < 0 ? UInt32(ColumnDictionary.absent) : codes[$0] },
      dictionarySize: dictionary.count
    )
  }

  /// The value of a row.
  public subscript(row: Int) -> JSON? { dictionary[codes[row]] }
}

/// Data of many rows by column, for counting what rules say about all of them.
///
/// ```swift
/// let table = ColumnTable(people, paths: ["orders", "device"])
/// ColumnEvaluator(table).counts(of: rule)  // in, unknown, broken, out
/// ```
public struct ColumnTable: Sendable {
  /// How many rows there are.
  public let rowCount: Int
  private let column: @Sendable (VariablePath) -> Column?

  /// A table whose columns are handed out when they are asked for; each must have all rows.
  public init(rowCount: Int, column: @escaping @Sendable (VariablePath) -> Column?) {
    self.rowCount = rowCount
    self.column = column
  }

  /// The values of some paths in data of any kind.
  public init(_ rows: [some RuleData], paths: [VariablePath]) {
    var columns: [VariablePath: Column] = [:]
    for path in paths { columns[path] = Column(rows.map { $0.value(at: path) }) }
    let all = columns
    self.init(rowCount: rows.count) { all[$0] }
  }

  /// The column of a path, or nil where the table has none.
  public subscript(path: VariablePath) -> Column? {
    column(path).flatMap { $0.codes.count >= rowCount ? $0 : nil }
  }
}
