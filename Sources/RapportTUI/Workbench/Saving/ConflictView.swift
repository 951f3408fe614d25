import RapportCore
import Terminal

/// Draws a conflict: each field with what it was, what they wrote and what I wrote.
struct ConflictView {
  private static let labels = 10

  let form: ConflictForm
  /// The columns and rows of the text.
  private let columns: Int
  private let height: Int
  private let lines: [Line]
  /// The lines of each field.
  private let fields: [Range<Int>]
  /// Of what is typed.
  private let cursor: Point?

  init(_ form: ConflictForm, in size: Size) {
    self.form = form
    columns = max(8, min(size.columns - 4, 110) - 4)
    height = max(1, size.rows - 2)
    let others = form.rows.others
    let who = others.prefix(1).uppercased() + others.dropFirst()
    let heading = "\(who) changed the same. Which one stays?"
    var lines = Line(heading, role: .ask).wrapped(toColumns: columns) + [Line()]
    var fields: [Range<Int>] = []
    var cursor: Point?
    for (index, row) in form.rows.enumerated() {
      let isHere = index == form.index
      let start = lines.count
      lines += Self.head(row, isHere: isHere, columns: columns)
      if isHere, let editor = form.editor {
        let typing = Self.typing(editor, columns: columns)
        lines += Self.versions(row, columns: columns, typed: false)
        cursor = typing.cursor.offset(y: lines.count)
        lines += typing.lines
      } else {
        lines += Self.versions(row, columns: columns, typed: true)
      }
      fields.append(start..<lines.count)
      lines.append(Line())
    }
    self.lines = Array(lines.dropLast())
    self.fields = fields
    self.cursor = cursor
  }

  // MARK: - Place

  /// The first line that is shown, before anybody scrolls.
  private var resting: Int {
    guard fields.indices.contains(form.index), lines.count > height else { return 0 }
    let field = fields[form.index]
    if let cursor { return min(most, max(0, cursor.y - height + 2)) }
    if field.upperBound <= height { return 0 }
    return min(most, field.count >= height ? field.lowerBound : field.upperBound - height)
  }

  private var most: Int { max(0, lines.count - height) }

  /// How far one can scroll from where the cursor's field is.
  var range: ClosedRange<Int> { -resting...max(0, most - resting) }

  var page: Int { max(1, height - 2) }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Rect, _ app: App) -> Point {
    let size = Size(columns: columns + 4, rows: min(area.height, lines.count + 2))
    let waiting = form.waiting
    let title = waiting == 0 ? "Not saved yet" : "Not saved yet: \(waiting) to decide"
    let inside = app.box(title, size, on: &canvas, in: area)
    let top = min(most, max(0, resting + form.scrolled))
    canvas.put(lines.dropFirst(top), in: inside)
    if top > 0 { canvas.put("▴", at: Point(x: inside.maxX, y: inside.y), role: .scroll) }
    if top < most {
      canvas.put("▾", at: Point(x: inside.maxX, y: inside.maxY - 1), role: .scroll)
    }
    guard fields.indices.contains(form.index) else { return inside.origin }
    let field = fields[form.index]
    for line in field where (top..<(top + inside.height)).contains(line) {
      let place = Point(x: inside.x - 1, y: inside.y + line - top)
      canvas.put("▌", at: place, role: .borderFocus)
    }
    let here = cursor ?? Point(x: 0, y: field.lowerBound)
    let row = min(max(0, here.y - top), max(0, inside.height - 1))
    return Point(x: min(inside.maxX, inside.x + here.x), y: inside.y + row)
  }

  private static func head(_ row: ConflictRow, isHere: Bool, columns: Int) -> [Line] {
    let state =
      switch row.choice {
      case .theirs?: row.field.theirs == nil ? "it stays out" : "theirs stays"
      case .mine?: row.field.mine == nil ? "it goes" : "mine stays"
      case .other?: "what you typed stays"
      case nil: row.canBeTyped ? "1 theirs, 2 mine, 3 another" : "1 theirs, 2 mine"
      }
    let title = Line([
      Span(row.label, role: isHere ? .titleFocus : .title),
      Span("   \(state)", role: row.isDecided ? .statusOk : .statusWarning),
    ])
    return title.wrapped(toColumns: columns)
      + Line(row.story, role: .textDim).wrapped(toColumns: columns)
  }

  private static func versions(_ row: ConflictRow, columns: Int, typed: Bool) -> [Line] {
    let marks = [row.theirs, row.mine].compactMap(\.self)
    // Where both wrote it new, they are compared with each other.
    let before = row.before.map { [$0] }
    let (theirs, mine) = (row.theirs.map { [$0] } ?? [], row.mine.map { [$0] } ?? [])
    var lines =
      version("Before", row.before, from: marks, nothing: "nothing", columns: columns)
      + version(
        "\(row.choice == .theirs ? "●" : "1") Theirs",
        row.theirs,
        from: before ?? mine,
        nothing: row.before == nil ? "nothing" : "taken out",
        columns: columns
      )
      + version(
        "\(row.choice == .mine ? "●" : "2") Mine",
        row.mine,
        from: before ?? theirs,
        nothing: row.before == nil ? "nothing" : "taken out",
        columns: columns
      )
    if typed, row.choice == .other {
      lines += version(
        "● Other",
        row.text.nonBlank,
        from: before ?? theirs,
        nothing: "nothing",
        columns: columns
      )
    }
    return lines
  }

  /// A version under its label; words that the others have not are set apart, unless all are others.
  private static func version(
    _ label: String,
    _ text: String?,
    from others: [String],
    nothing: String,
    columns: Int
  ) -> [Line] {
    let room = max(4, columns - labels)
    var lines: [Line] = []
    if let text {
      let pieces = WordDifference(text, from: others).pieces
      let isAllOther = pieces.allSatisfy { $0.isOther }
      var line = Line()
      for piece in pieces {
        let parts = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
          if index > 0 {
            lines += line.wrapped(toColumns: room)
            line = Line()
          }
          line.append(String(part), role: piece.isOther && !isAllOther ? .match : .text)
        }
      }
      lines += line.wrapped(toColumns: room)
    } else {
      lines = [Line(nothing, role: .unknown)]
    }
    return lines.enumerated().map { index, line in
      labelled(index == 0 ? label : "", line)
    }
  }

  private static func labelled(_ label: String, _ line: Line) -> Line {
    Line(label, role: .label).padded(toColumns: labels) + line
  }

  private static func typing(
    _ editor: NoteEditor,
    columns: Int
  ) -> (lines: [Line], cursor: Point) {
    let (rows, cursor) = editor.rows(columns: max(4, columns - labels))
    let lines = rows.enumerated().map { index, text in
      labelled(index == 0 ? "3 Other" : "", Line(text, role: .input))
    }
    return (lines, cursor.offset(x: labels))
  }
}
