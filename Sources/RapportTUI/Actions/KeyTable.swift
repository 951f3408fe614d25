import Terminal

/// The keys as a page for people.
package enum KeyTable {
  /// A Markdown table for each place, from the table that dispatch uses.
  package static var markdown: String {
    let places: [(Context, String)] = [
      (.desk, "On the Desk"), (.find, "On Find, while typing"),
      (.workbench, "In Segments and its pages"), (.filter, "While filtering there"),
      (.overlaps, "In the matrix of overlaps"), (.comparison, "With two segments side by side"),
      (.callList, "In a list of whom to call"),
      (.measure, "In Measure"),
      (.definitionLine, "In the form of a definition"), (.definition, "In its texts"),
      (.conflict, "Where somebody else changed the same"),
      (.choices, "In lists and fields"), (.formLine, "In the form of a new caller"),
    ]
    var shown: Set<Action.ID> = []
    return places.map { context, title in
      let actions = ActionTable.actions(in: context).filter { action in
        !action.keys(in: context).isEmpty && shown.insert(action.id).inserted
      }
      let rows = actions.map { "| \(keys(of: $0, in: context)) | \($0.title) |" }
      return (["### \(title)", "", "| key | does |", "|---|---|"] + rows).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// `1-6` for the first digits; nil for other keys.
  static func range(_ keys: [KeyChord]) -> String? {
    guard keys.count > 1, keys == Array(ActionTable.digits.prefix(keys.count)) else { return nil }
    return "1-\(keys.count)"
  }

  private static func keys(of action: Action, in context: Context) -> String {
    let keys = action.keys(in: context)
    if let range = range(keys) {
      return range.split(separator: "-").map { "`\($0)`" }.joined(separator: "-")
    }
    return keys.map { "`\($0 == "|" ? "\\|" : $0.description)`" }.joined(separator: " ")
  }
}
