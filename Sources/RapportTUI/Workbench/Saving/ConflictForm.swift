import JSONLogic
import RapportCore
import Terminal

/// The fields that two people changed, and which of both stays.
struct ConflictForm: Sendable {
  private let conflict: DefinitionConflict
  private(set) var rows: [ConflictRow]
  private(set) var index = 0
  /// Lines that the field under the cursor is scrolled by.
  private(set) var scrolled = 0
  /// What is typed in place of both; nil while nothing is.
  private(set) var editor: NoteEditor?
  /// Of the change, so that it is not asked for again.
  let reason: String

  init(_ conflict: DefinitionConflict, rows: [ConflictRow], reason: String) {
    self.conflict = conflict
    self.rows = rows
    self.reason = reason
  }

  var row: ConflictRow? { rows.indices.contains(index) ? rows[index] : nil }
  var isDecided: Bool { rows.allSatisfy(\.isDecided) }
  var waiting: Int { rows.count { !$0.isDecided } }

  func now(_ reference: DefinitionReference) -> JSON? { conflict.now[reference] }

  mutating func move(by distance: Int) {
    index = min(max(0, index + distance), max(0, rows.count - 1))
    scrolled = 0
  }

  /// As far as there are lines above and below where the cursor's field is shown.
  mutating func scroll(by lines: Int, within range: ClosedRange<Int>) {
    scrolled = min(max(range.lowerBound, scrolled + lines), range.upperBound)
  }

  /// For the field that the cursor is on, which goes on to the next one that waits.
  mutating func choose(_ choice: ConflictRow.Choice) {
    guard rows.indices.contains(index) else { return }
    rows[index].choice = choice
    goOn()
  }

  private mutating func goOn() {
    let next =
      rows.indices.first { $0 > index && !rows[$0].isDecided }
      ?? rows.indices.first { !rows[$0].isDecided }
    if let next { move(by: next - index) }
  }

  // MARK: - Typing

  mutating func beginTyping() {
    guard let row, row.canBeTyped else { return }
    scrolled = 0
    editor = NoteEditor(row.text)
  }

  mutating func edit(_ key: Key) -> Bool { editor?.edit(key) ?? false }

  mutating func insert(_ text: String) { editor?.insert(text) }

  mutating func endTyping(keeps: Bool) {
    guard let text = editor?.text, rows.indices.contains(index) else { return }
    editor = nil
    guard keeps else { return }
    rows[index].take(typed: text)
    goOn()
  }

  // MARK: - Settling

  /// The draft with the decisions, over the object as it is now; nil where it is taken out.
  func settled(_ draft: DefinitionDraft, language: String) -> JSON? {
    var decisions: [String: DefinitionMerge.Decision] = [:]
    for row in rows { decisions[row.field.pointer] = row.decision }
    return DefinitionMerge(
      draft.reference,
      before: draft.base,
      theirs: conflict.now[draft.reference],
      mine: draft.object,
      language: language,
      decisions: decisions
    ).merged
  }
}
