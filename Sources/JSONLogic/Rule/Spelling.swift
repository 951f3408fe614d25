/// Finds the name that was probably meant.
enum Spelling {
  /// Names of other rule languages and programming languages for what the core calls otherwise.
  private static let aliases: [String: String] = [
    "not": "!", "eq": "===", "equals": "===", "ne": "!==", "neq": "!==", "notEquals": "!==",
    "=": "===", "<>": "!==", "lt": "<", "lte": "<=", "gt": ">", "gte": ">=", "=<": "<=",
    "=>": ">=", "between": "<=", "contains": "in", "includes": "in", "concat": "cat",
    "substring": "substr", "&&": "and", "||": "or", "any": "some", "every": "all", "plus": "+",
    "minus": "-", "times": "*", "mod": "%", "get": "var", "field": "var", "else": "if",
    "isset": "exists", "default": "??", "case": "if", "sum": "+",
  ]

  /// The known name nearest to an unknown one, or nil where none is near.
  static func nearest(to name: String, among known: [String]) -> String? {
    if let alias = aliases[name], known.contains(alias) { return alias }
    let plain = plain(name)
    if let same = known.first(where: { Self.plain($0) == plain }) { return same }
    let limit = name.unicodeScalars.count <= 4 ? 1 : 2
    let candidates =
      known.map { ($0, $0) }
      + aliases.filter { known.contains($0.value) }.map { ($0.key, $0.value) }
    let ranked =
      candidates
      .filter { $0.0.unicodeScalars.count > 1 }
      .map { (distance(plain, Self.plain($0.0)), $0.1) }
      .filter { $0.0 <= limit }
    return ranked.min { $0 < $1 }?.1
  }

  /// A name without case and underscores: `startsWith` and `starts_with` are the same.
  private static func plain(_ name: String) -> [Unicode.Scalar] {
    name.prefix(64).lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" || name.count < 3 }
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions and swaps.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(above[column + 1], current[column]) + 1
        best = min(best, above[column] + (scalar == other ? 0 : 1))
        let isSwap =
          row > 0 && column > 0 && scalar == right[column - 1] && left[row - 1] == other
        if isSwap { best = min(best, before[column - 1] + 1) }
        current.append(best)
      }
      before = above
      above = current
    }
    return above[right.count]
  }
}
