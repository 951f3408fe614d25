import JSONLogic
import RapportCore

/// The JSON of a rule while it is typed.
struct RuleText: Sendable {
  struct State: Sendable {
    var text: String
    var cursor: Int
  }

  /// What keys did to the text; those that go on with the same are one step of undo.
  private enum Run { case moving, typing, spacing, deleting, other }

  /// More than anybody writes by hand; a rule that is longer can be read and not made longer.
  private static let limit = 100_000

  private(set) var editor: NoteEditor
  /// What it says, where that is a rule.
  private(set) var json: JSON?
  /// Why it is no rule, and where; nil where it is one.
  private(set) var problem: String?
  /// Whoever wanted to leave was told that it cannot be read; the next Esc leaves.
  var isWarned = false
  private var run = Run.moving

  init(_ text: String, cursor: Int? = nil) {
    editor = NoteEditor(text, limit: max(Self.limit, text.count), cursor: cursor)
    read()
  }

  var state: State { State(text: editor.text, cursor: editor.cursor) }

  private mutating func read() {
    do {
      let json = try JSON(parsing: Array(editor.text.utf8))
      self.json = json
      problem = Self.problem(of: json)
    } catch {
      json = nil
      problem = "\(error)"
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

  /// Takes a key; nil where it is none of a text, else whether a step of undo begins with it.
  mutating func edit(_ body: (inout NoteEditor) -> Bool) -> Bool? {
    let before = editor
    guard body(&editor) else { return nil }
    isWarned = false
    let next = Self.run(from: before, to: editor)
    defer { run = next }
    guard next != .moving else { return false }
    read()
    return !(next == run && next != .other || next == .spacing && run == .typing)
  }

  /// Whole words are typed in one step, with what white space is behind them.
  private static func run(from before: NoteEditor, to after: NoteEditor) -> Run {
    let added = after.characters.count - before.characters.count
    guard added != 0 || after.text != before.text else { return .moving }
    if added == 1, after.cursor == before.cursor + 1 {
      return after.characters[before.cursor].isWhitespace ? .spacing : .typing
    }
    return added == -1 ? .deleting : .other
  }
}
