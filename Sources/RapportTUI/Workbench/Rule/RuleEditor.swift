import JSONLogic
import RapportCore

/// The editor of a rule: its conditions as rows in groups, or its JSON.
///
/// What it makes is the rule of the draft in the form below it, so that it is kept, tried out and saved
/// with the rest of the definition.
struct RuleEditor: Sendable {
  enum Part: Int, Sendable, CaseIterable { case subject, comparison, value }

  /// What undo goes back to.
  struct State: Sendable, Hashable {
    var json: JSON?
    var cursor: Int
  }

  /// The definition's key that the rule is at: `rule`, `eligibility` or `condition`.
  let key: String
  /// The rule as it was read from the store.
  let base: JSON?
  /// The form below was opened for the rule alone, and closes with it.
  let isAlone: Bool
  private(set) var rows = RuleRows()
  /// The rule as JSON while that is edited; nil while rows are.
  private(set) var text: NoteEditor?
  /// Why the JSON cannot be read; nil while it can.
  private(set) var textProblem: String?
  private(set) var json: JSON?
  private(set) var cursor = 0
  private(set) var part = Part.subject
  /// The row that is being put together.
  private(set) var pending: PendingRow?
  private(set) var past: [State] = []
  private(set) var future: [State] = []
  /// Of the newest preview; answers to older ones are dropped.
  private(set) var generation = 0
  var outcome: RuleOutcome?
  /// By path; nil for an attribute whose values cannot be counted.
  var spreads: [String: AttributeDistribution?] = [:]
  /// The people who join and leave have the whole preview.
  var showsPeople = false

  /// `unfinished` is JSON that could not be read when it was left.
  init(key: String, json: JSON?, base: JSON?, unfinished: String?, isAlone: Bool) {
    self.key = key
    self.base = base
    self.isAlone = isAlone
    self.json = json
    read(json)
    if let unfinished {
      text = NoteEditor(unfinished)
      textProblem = Self.problem(of: unfinished)
    }
  }

  var lines: [RuleRows.Line] { rows.lines }
  var line: RuleRows.Line? { lines.indices.contains(cursor) ? lines[cursor] : nil }
  /// The condition that the cursor is on, or the one that is being put together.
  var row: RuleRow? {
    if let pending { return pending.row }
    guard case .condition(let row)? = line?.row else { return nil }
    return row
  }
  var isTyping: Bool { pending?.typed != nil }
  var isText: Bool { text != nil }
  var isChanged: Bool { json != base }

  /// Shows a rule as rows where every part of it has one, else as JSON.
  private mutating func read(_ json: JSON?) {
    pending = nil
    guard let json else {
      rows = RuleRows()
      text = nil
      return
    }
    if let rule = try? Rule(json, operations: RuleOperations.names), let rows = RuleRows(rule) {
      self.rows = rows
      text = nil
      cursor = min(cursor, max(0, lines.count - 1))
    } else {
      text = NoteEditor(json.canonical())
      textProblem = Self.problem(of: json)
    }
  }

  // MARK: - Moving

  mutating func move(by distance: Int) {
    cursor = min(max(0, cursor + distance), max(0, lines.count - 1))
  }

  mutating func turn(by distance: Int) {
    part = Part(rawValue: min(2, max(0, part.rawValue + distance))) ?? part
  }

  mutating func nextGeneration() -> Int {
    generation += 1
    return generation
  }

  // MARK: - Changing

  /// Takes a change into the history and into the rule.
  mutating func change(_ body: (inout RuleRows, inout RuleRows.Path) -> Void) {
    let before = State(json: json, cursor: cursor)
    let unchanged = rows
    var path = line?.path ?? []
    body(&rows, &path)
    // Rows that stay leave the rule as it was written.
    guard rows != unchanged else { return }
    cursor = lines.firstIndex { $0.path == path } ?? min(cursor, max(0, lines.count - 1))
    settle(from: before)
  }

  private mutating func settle(from before: State) {
    json = ruleOfRows
    guard json != before.json else { return }
    past.append(before)
    future = []
  }

  /// Without conditions a segment is everybody; an offer or a script without them has no limit.
  private var ruleOfRows: JSON? {
    guard rows.root.rows.isEmpty else { return rows.json }
    return key == "rule" && (base != nil || !past.isEmpty) ? true : nil
  }

  mutating func undo() {
    guard let state = past.popLast() else { return }
    future.append(State(json: json, cursor: cursor))
    restore(state)
  }

  mutating func redo() {
    guard let state = future.popLast() else { return }
    past.append(State(json: json, cursor: cursor))
    restore(state)
  }

  private mutating func restore(_ state: State) {
    json = state.json
    cursor = state.cursor
    read(json)
  }

  // MARK: - The row being put together

  mutating func begin(_ row: RuleRow?, at path: RuleRows.Path, isNew: Bool) {
    pending = PendingRow(
      row: row,
      path: path,
      isNew: isNew,
      before: State(json: json, cursor: cursor)
    )
  }

  mutating func setPending(_ row: RuleRow) { pending?.row = row }

  /// Puts the pending row into the rule as far as it is complete; one step of undo, however often.
  mutating func put() {
    guard let pending, let row = pending.row, row.isComplete else { return }
    if pending.isNew, !pending.isIn {
      rows.insert(.condition(row), at: pending.path)
    } else {
      rows.replace(pending.path, with: .condition(row))
    }
    self.pending?.isIn = true
    cursor = lines.firstIndex { $0.path == pending.path } ?? cursor
    json = ruleOfRows
  }

  /// Leaves the row as it was put.
  mutating func finishPending() {
    guard let pending else { return }
    self.pending = nil
    settle(from: pending.before)
  }

  /// Takes back what of the pending row is in the rule.
  mutating func dropPending() {
    guard let pending else { return }
    restore(pending.before)
  }

  mutating func type(_ text: String) {
    let row = pending?.row
    pending?.typed = TextField(text)
    pending?.prefilled = text
    pending?.original = row
    pending?.problem = nil
  }

  /// A key in the value that is being typed; true where it is one.
  mutating func editTyped(_ body: (inout TextField) -> Bool) -> Bool {
    guard var field = pending?.typed, body(&field) else { return false }
    pending?.typed = field
    return true
  }

  mutating func refuseTyped(_ problem: String?) { pending?.problem = problem }

  // MARK: - JSON

  mutating func showText() {
    pending = nil
    text = NoteEditor((json ?? true).canonical())
    textProblem = nil
  }

  /// Back to the rows; false where the JSON cannot be read or has no rows.
  mutating func showRows() -> Bool {
    guard textProblem == nil else { return false }
    read(json)
    return text == nil
  }

  /// A key of the JSON; true where it is one.
  mutating func editText(_ body: (inout NoteEditor) -> Bool) -> Bool {
    guard var editor = text, body(&editor) else { return false }
    text = editor
    let before = State(json: json, cursor: cursor)
    textProblem = Self.problem(of: editor.text)
    guard textProblem == nil, let read = try? JSON(parsing: Array(editor.text.utf8)) else {
      return true
    }
    json = read
    if json != before.json {
      past.append(before)
      future = []
    }
    return true
  }

  /// What keeps it from being a rule; nil where nothing does.
  private static func problem(of text: String) -> String? {
    do {
      return problem(of: try JSON(parsing: Array(text.utf8)))
    } catch {
      return "\(error)"
    }
  }

  private static func problem(of json: JSON) -> String? {
    do {
      _ = try Rule(json, operations: RuleOperations.names)
      return nil
    } catch {
      return "\(error)"
    }
  }
}

/// A condition that is being chosen and typed part by part.
struct PendingRow: Sendable {
  /// Nil until it is chosen what is looked at.
  var row: RuleRow?
  var path: RuleRows.Path
  /// It comes to the others; else it takes the place of one.
  var isNew: Bool
  /// It is in the rule already, as far as it was typed.
  var isIn = false
  var before: RuleEditor.State
  /// The value while it is typed.
  var typed: TextField?
  /// The value as it was offered for typing, and the row with it: whoever leaves it alone means that.
  var prefilled: String?
  var original: RuleRow?
  /// What is wrong with it, and what would be right.
  var problem: String?

  init(row: RuleRow?, path: RuleRows.Path, isNew: Bool, before: RuleEditor.State) {
    self.row = row
    self.path = path
    self.isNew = isNew
    self.before = before
  }
}
