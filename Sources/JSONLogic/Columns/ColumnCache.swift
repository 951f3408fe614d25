/// Bit maps of conditions, kept for the next rule.
struct ColumnCache {
  /// Rows with some codes of a column.
  struct Rows: Hashable {
    var path: VariablePath
    var codes: [Range<Int>]
  }

  /// The rows found, nil where there are none.
  struct Found {
    var map: BitMap?
  }

  private var conditions: [JSON: AnswerMap] = [:]
  private var rows: [Rows: Found] = [:]
  private var size = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  subscript(condition: JSON) -> AnswerMap? {
    get { conditions[condition] }
    set {
      guard let newValue else { return }
      makeRoom(newValue.count / 8)
      conditions[condition] = newValue
    }
  }

  subscript(key: Rows) -> Found? {
    get { rows[key] }
    set {
      makeRoom((newValue?.map?.count ?? 0) / 8)
      rows[key] = newValue
    }
  }

  /// Forgets everything where it becomes too much: what is in use comes back at once.
  private mutating func makeRoom(_ bytes: Int) {
    if size + bytes > limit {
      conditions.removeAll()
      rows.removeAll()
      size = 0
    }
    size += bytes
  }
}
