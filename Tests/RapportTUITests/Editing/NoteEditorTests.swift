import RapportCore
import Terminal
import Testing

@testable import RapportTUI

/// A text being written: what is remembered of its rows never shows.
struct NoteEditorTests {
  /// The rows by reading the whole text, character by character.
  private func naive(_ editor: NoteEditor, _ columns: Int) -> (rows: [String], cursor: Point) {
    let (characters, cursor) = (editor.characters, editor.cursor)
    var rows: [String] = []
    var place = Point.zero
    var start = 0
    func end(_ end: Int, next: Int) {
      if cursor >= start, cursor < next || next == characters.count {
        let typed = String(characters[start..<min(cursor, end)])
        place = Point(x: Terminal.Text.columns(of: typed), y: rows.count)
      }
      rows.append(String(characters[start..<end]))
      start = next
    }
    var (index, used) = (0, 0)
    var space: Int?
    while index < characters.count {
      if characters[index].isNewline {
        end(index, next: index + 1)
        (used, space, index) = (0, nil, index + 1)
        continue
      }
      used += Terminal.Text.columns(of: String(characters[index]))
      if characters[index] == " " { space = index }
      if used >= columns {
        let at = space.map { $0 + 1 } ?? max(index, start + 1)
        end(at, next: at)
        (used, space, index) = (0, nil, at)
        continue
      }
      index += 1
    }
    if cursor >= start {
      let typed = String(characters[start..<max(start, cursor)])
      place = Point(x: Terminal.Text.columns(of: typed), y: rows.count)
    }
    rows.append(String(characters[start...]))
    return (rows, place)
  }

  @Test func `rows are those of the whole text, whatever keys came before`() {
    var generator = SplitMix64(seed: 41)
    let pieces = [
      "a", "word ", "  ", "\n", "größer ", "長い文", "incomprehensibilities", "👩‍👩‍👧 ", "e\u{301}", "\t",
      "-",
    ]
    let keys: [Key] = [
      .left, .left, .right, .home, .end, .backspace, .backspace, .delete, .control("w"),
      .control("j"), .control("u"),
    ]
    for round in 0..<60 {
      var editor = NoteEditor("")
      let columns = Int.random(in: 2...24, using: &generator)
      for step in 0..<120 {
        let choice = Int.random(in: 0..<20, using: &generator)
        if choice < 9 {
          editor.insert(pieces[Int.random(in: pieces.indices, using: &generator)])
        } else if choice < 11 {
          _ = editor.move(byRows: Bool.random(using: &generator) ? 1 : -1, columns: columns)
        } else {
          let last = step.isMultiple(of: 30) ? keys.count : keys.count - 1
          _ = editor.edit(keys[Int.random(in: 0..<last, using: &generator)])
        }
        // Not after every key, as keys that wait are drawn once.
        guard !Bool.random(using: &generator) else { continue }
        let expected = naive(editor, columns)
        let shown = editor.rows(columns: columns)
        let trace = "seed 41, round \(round), \(columns) columns: \(editor.text.debugDescription)"
        #expect(shown.rows == expected.rows, "\(trace)")
        #expect(shown.cursor == expected.cursor, "\(trace)")
        #expect(editor.text == String(editor.characters), "\(trace)")
        let around = editor.rows(columns: columns, around: 2)
        #expect(around.rows == Array(expected.rows[around.above...].prefix(around.rows.count)))
        #expect(around.above + around.cursor.y == expected.cursor.y, "\(trace)")
      }
    }
  }

  @Test func `two that were one are told apart`() {
    var one = NoteEditor("one two three")
    _ = one.rows(columns: 8)
    var other = one
    one.insert(" four")
    other.insert("\nx")
    #expect(one.rows(columns: 8).rows == naive(one, 8).rows)
    #expect(other.rows(columns: 8).rows == naive(other, 8).rows)
    #expect(one.rows(columns: 8).rows == naive(one, 8).rows)
  }

  @Test func `what has no room is refused, and said`() {
    var editor = NoteEditor("", limit: 5)
    editor.insert("1234567")
    #expect(editor.text == "12345" && editor.refused == 2)
    #expect(editor.refusal == "The text is full: 5 characters are the most it takes")
    _ = editor.edit(.backspace)
    #expect(editor.refusal == nil)
    _ = editor.edit(.character("x"))
    #expect(editor.text == "1234x" && editor.refusal == nil)
    _ = editor.edit(.character("y"))
    #expect(editor.text == "1234x" && editor.refusal != nil)
  }

  @Test(.timeLimit(.minutes(5))) func `a key in a text of 1 MB breaks only what it changes`() {
    var editor = NoteEditor(
      String(repeating: "We look at it together, step by step. ", count: 27_000),
      limit: 2_000_000
    )
    #expect(editor.rows(columns: 60, around: 20).rows.count == 21)
    _ = editor.edit(.home)
    // A hundred times the whole text would take minutes in debug.
    for _ in 0..<100 {
      _ = editor.edit(.character("x"))
      _ = editor.move(byRows: 1, columns: 60)
      #expect(editor.rows(columns: 60, around: 20).cursor.y > 0)
    }
  }
}
