import RapportCore

/// A condition that is being chosen and typed part by part.
struct PendingRow: Sendable {
  /// Nil until it is chosen what is looked at.
  var row: RuleRow?
  var path: RuleRows.Path
  /// It comes to the others; else it takes the place of one.
  var isNew: Bool
  /// It is in the rule already, as far as it was typed.
  var isIn = false
  /// The rule without it.
  var before: RuleHistory.State
  var rows: RuleRows
  /// The value while it is typed.
  var typed: TextField?
  /// The value as it was offered for typing, and the row with it: whoever leaves it alone means that.
  var prefilled: String?
  var original: RuleRow?
  /// What is wrong with it, and what would be right.
  var problem: String?

  init(row: RuleRow?, path: RuleRows.Path, isNew: Bool, before: RuleHistory.State, rows: RuleRows) {
    self.row = row
    self.path = path
    self.isNew = isNew
    self.before = before
    self.rows = rows
  }
}
