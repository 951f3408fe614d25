import JSONLogic
import RapportCore

/// The fields that two people changed, and which of both stays.
struct ConflictForm: Sendable {
  enum Choice: Sendable { case theirs, mine }

  struct Row: Sendable {
    var label: String
    var field: DefinitionConflict.Field
    var choice: Choice?
  }

  private let conflict: DefinitionConflict
  private(set) var rows: [Row]
  private(set) var index = 0
  /// Of the change, so that it is not asked for again.
  let reason: String

  init(_ conflict: DefinitionConflict, labels: [String], reason: String) {
    self.conflict = conflict
    self.reason = reason
    rows = zip(labels, conflict.fields).map { Row(label: $0, field: $1) }
  }

  var isDecided: Bool { rows.allSatisfy { $0.choice != nil } }

  func now(_ reference: DefinitionReference) -> JSON? { conflict.now[reference] }

  mutating func move(by distance: Int) {
    index = min(max(0, index + distance), max(0, rows.count - 1))
  }

  /// For the field that the cursor is on, which goes on to the next one that waits.
  mutating func choose(_ choice: Choice) {
    guard rows.indices.contains(index) else { return }
    rows[index].choice = choice
    if let next = rows.indices.first(where: { rows[$0].choice == nil }) { index = next }
  }

  /// The draft with the decisions, over the object as it is now; nil where they do not go together.
  func settled(_ draft: DefinitionDraft) -> JSON? {
    var (base, mine) = (draft.base, Optional(draft.object))
    for row in rows {
      let pointer = JSONPointer(parsing: row.field.pointer) ?? JSONPointer()
      if pointer.tokens.isEmpty {
        if row.choice == .theirs { return row.field.theirs }
        base = row.field.theirs
      } else if row.choice == .theirs {
        mine = mine?.setting(row.field.theirs, at: pointer)
        base = base?.setting(row.field.theirs, at: pointer)
      } else {
        // As if it had been read like that: then only this side changed it.
        base = base?.setting(row.field.theirs, at: pointer)
      }
    }
    let merge = DefinitionMerge(
      draft.reference,
      before: base,
      theirs: conflict.now[draft.reference],
      mine: mine
    )
    return merge.merged
  }
}
