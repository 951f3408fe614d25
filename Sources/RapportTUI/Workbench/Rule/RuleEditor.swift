import JSONLogic
import RapportCore
import Terminal

/// The editor of a rule: its conditions as rows in groups, or its JSON.
///
/// What it makes is the rule of the draft in the form below it, so that it is kept, tried out and saved
/// with the rest of the definition.
struct RuleEditor: Sendable {
  enum Part: Int, Sendable, CaseIterable { case subject, comparison, value }

  /// The definition's key that the rule is at: `rule`, `eligibility` or `condition`.
  let key: String
  /// The rule as it was read from the store.
  let base: JSON?
  /// The form below was opened for the rule alone, and closes with it.
  let isAlone: Bool
  private(set) var rows = RuleRows()
  /// The rule as JSON while that is edited; nil while rows are.
  private(set) var text: RuleText?
  private(set) var json: JSON?
  private(set) var cursor = 0
  private(set) var part = Part.subject
  /// The row that is being put together.
  private(set) var pending: PendingRow?
  /// One line of steps, whether rows were changed or JSON was typed.
  private(set) var history = RuleHistory()
  /// Of the newest preview; answers to older ones are dropped.
  private(set) var generation = 0
  var outcome: RuleOutcome?
  /// By path; nil for an attribute whose values cannot be counted.
  var spreads: [String: AttributeDistribution?] = [:]
  /// The people who join and leave have the whole preview.
  var showsPeople = false

  /// - Parameters:
  ///   - key: of the definition.
  ///   - json: the rule as it is in the draft.
  ///   - base: the rule as it is in the store.
  ///   - isNew: whether the definition is not in the store yet.
  ///   - unfinished: JSON that could not be read when it was left.
  ///   - isAlone: whether the form below was opened for the rule alone.
  init(
    key: String,
    json: JSON?,
    base: JSON?,
    isNew: Bool,
    unfinished: String?,
    isAlone: Bool
  ) {
    self.key = key
    self.base = base
    self.isAlone = isAlone
    self.json = json
    // What was changed before it was left is one step, back to what is saved.
    if !isNew, json != base || unfinished != nil {
      history.note(RuleHistory.State(json: base, cursor: 0))
    }
    read(json)
    if let unfinished { text = RuleText(unfinished) }
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
    if let rows = Self.rows(of: json) {
      self.rows = rows
      text = nil
      cursor = min(cursor, max(0, lines.count - 1))
    } else {
      text = RuleText(json.canonical())
    }
  }

  private static func rows(of state: RuleHistory.State) -> RuleRows? {
    state.rows ?? state.json.map { rows(of: $0) } ?? RuleRows()
  }

  private static func rows(of json: JSON) -> RuleRows? {
    (try? Rule(json, operations: RuleOperations.names)).flatMap { RuleRows($0) }
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
    let before = state
    let unchanged = rows
    var path = line?.path ?? []
    body(&rows, &path)
    // Rows that stay leave the rule as it was written.
    guard rows != unchanged else { return }
    cursor = lines.firstIndex { $0.path == path } ?? min(cursor, max(0, lines.count - 1))
    settle(from: before)
  }

  private mutating func settle(from before: RuleHistory.State) {
    json = ruleOfRows
    guard json != before.json || rows != before.rows else { return }
    history.note(before)
  }

  /// Without conditions a segment is everybody; an offer or a script without them has no limit.
  private var ruleOfRows: JSON? {
    guard rows.root.rows.isEmpty else { return rows.json }
    return key == "rule" && (base != nil || !history.past.isEmpty) ? true : nil
  }

  // MARK: - Undo

  private var state: RuleHistory.State {
    RuleHistory.State(json: json, rows: isText ? nil : rows, cursor: cursor, text: text?.state)
  }

  /// Whether a step is another one as it would be shown here: rows stay rows, and JSON stays JSON, so that
  /// the next key does what it did before.
  private func differs(_ state: RuleHistory.State) -> Bool {
    if let text { return state.shownText != text.editor.text }
    guard let wanted = Self.rows(of: state) else { return false }
    return wanted != rows || state.json != json
  }

  var canUndo: Bool { history.past.contains(where: differs) }
  var canRedo: Bool { history.future.contains(where: differs) }

  mutating func undo() {
    if let state = history.back(from: state, to: differs) { restore(state) }
  }

  mutating func redo() {
    if let state = history.forth(from: state, to: differs) { restore(state) }
  }

  private mutating func restore(_ state: RuleHistory.State) {
    json = state.json
    cursor = state.cursor
    guard isText else {
      pending = nil
      rows = Self.rows(of: state) ?? rows
      return
    }
    text = RuleText(state.shownText, cursor: state.text?.cursor)
    if let text, text.problem == nil { json = state.text == nil ? state.json : text.json }
  }

  // MARK: - The row being put together

  mutating func begin(_ row: RuleRow?, at path: RuleRows.Path, isNew: Bool) {
    pending = PendingRow(
      row: row,
      path: path,
      isNew: isNew,
      before: state,
      rows: rows
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

  /// The most characters of a value: more than any list of values that somebody goes through.
  private static let longestValue = 100_000

  /// A value as a line of text can show it.
  static func shown(_ text: String) -> String {
    Terminal.Text.sanitised(text, limit: longestValue)
  }

  mutating func type(_ text: String) {
    let row = pending?.row
    let field = TextField(text, limit: Self.longestValue)
    pending?.typed = field
    // As the field has it: without what a line cannot show.
    pending?.prefilled = field.text
    pending?.original = row
    pending?.problem = nil
  }

  /// A key in the value that is being typed; true where it is one.
  mutating func editTyped(_ body: (inout TextField) -> Bool) -> Bool {
    guard var field = pending?.typed, body(&field) else { return false }
    pending?.typed = field
    return true
  }

  mutating func acceptTyped() { pending?.problem = nil }

  /// What is typed cannot be read: the rule is what it was before, and not what a part of the text said.
  mutating func refuseTyped(_ problem: String) {
    pending?.problem = problem
    guard let pending, pending.isIn else { return }
    if let original = pending.original, original.isComplete {
      rows.replace(pending.path, with: .condition(original))
      json = ruleOfRows
    } else {
      self.pending?.isIn = false
      rows = pending.rows
      json = pending.before.json
    }
  }

  // MARK: - JSON

  mutating func showText() {
    pending = nil
    text = RuleText((json ?? true).canonical())
  }

  /// Back to the rows; false where the JSON cannot be read or has no rows.
  mutating func showRows() -> Bool {
    guard text?.problem == nil else { return false }
    read(json)
    return text == nil
  }

  /// The next Esc leaves what cannot be read.
  mutating func warnOfLeaving() { text?.isWarned = true }

  /// A key of the JSON; true where it is one.
  mutating func editText(_ body: (inout NoteEditor) -> Bool) -> Bool {
    let before = state
    guard let isStep = text?.edit(body) else { return false }
    if isStep { history.note(before) }
    if let text, text.problem == nil, let read = text.json { json = read }
    return true
  }
}
