import JSONLogic
import RapportCore
import Terminal

/// Draws the editor of a rule, and what the rule would do.
struct RuleEditorView {
  let app: App
  let editor: RuleEditor
  let now: Instant

  private var words: RuleRowWords { app.ruleWords(now: now) }
  private var isWide: Bool { app.workbenchIsWide }
  private var isSegment: Bool {
    app.definitionForm?.reference.kind == .segment && editor.key == "rule"
  }

  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    canvas.fill(area, role: .text)
    canvas.overlay(area, role: .text)
    let (head, body) = area.split(top: 1)
    drawHead(&canvas, in: head)
    let preview = RulePreviewLines(app: app, editor: editor, words: words)
    guard isSegment else { return drawRule(&canvas, in: body.inset(left: 1)) }
    if isWide {
      let (left, right) = body.split(left: area.width * 11 / 20)
      for y in right.y..<right.maxY {
        canvas.put("│", at: Point(x: right.x, y: y), role: .border)
      }
      let inside = right.inset(left: 2, right: 1)
      canvas.put(preview.lines(columns: inside.width, rows: inside.height), in: inside)
      return drawRule(&canvas, in: left.inset(left: 1, right: 1))
    }
    let rows = editor.showsPeople ? body.height : min(9, max(5, body.height * 2 / 5))
    let (top, bottom) = body.split(bottom: rows)
    canvas.fill(bottom.row(0), with: "─", role: .rule)
    let inside = bottom.inset(top: 1, left: 1, right: 1)
    canvas.put(preview.lines(columns: inside.width, rows: inside.height), in: inside)
    guard !editor.showsPeople else { return inside.origin }
    return drawRule(&canvas, in: top.inset(left: 1))
  }

  // MARK: - Head

  private func drawHead(_ canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, with: "─", role: .rule)
    guard let form = app.definitionForm else { return }
    let name = app.title(of: form.reference, form.draft.object)
    let version = form.reference.revision(of: form.draft.base)
    let state: String? =
      form.draft.isChanged
      ? version.map { "version \($0) -> \($0 + 1), not saved" } ?? "new, not saved"
      : version.map { "version \($0)" }
    let title = Line([
      Span(" \(name) ", role: .titleFocus),
      Span(
        "· \([Self.title(editor.key), state].compactMap(\.self).joined(separator: ", ")) ",
        role: .ruleTitle
      ),
    ])
    canvas.put([title.truncated(toColumns: max(0, area.width - 4))], in: area.inset(left: 2))
  }

  private static func title(_ key: String) -> String {
    switch key {
    case "eligibility": "who may have it"
    case "condition": "for whom it is"
    default: "rule"
    }
  }

  // MARK: - Rule

  private func drawRule(_ canvas: inout Canvas, in area: Rect) -> Point {
    if let text = editor.text { return draw(text, &canvas, in: area) }
    let foot = footLines(columns: area.width)
    let (list, rest) = area.split(bottom: min(foot.count, max(0, area.height - 3)))
    canvas.put(foot, in: rest)
    let lines = self.lines
    let here = lines.firstIndex { $0.isHere } ?? 0
    let most = max(0, lines.count - list.height)
    let top = min(most, max(0, here + 2 - list.height))
    var cursor = list.origin
    for (offset, line) in lines.dropFirst(top).prefix(list.height).enumerated() {
      let row = list.row(offset)
      canvas.put(line.line.truncated(toColumns: row.width), at: row.origin, clip: row)
      guard line.isHere else { continue }
      canvas.put("▌", at: row.origin.offset(x: -1), role: .borderFocus)
      cursor = Point(x: min(row.maxX - 1, row.x + line.cursor), y: row.y)
    }
    if top > 0 { canvas.put("▴", at: Point(x: list.maxX - 1, y: list.y), role: .scroll) }
    if top < most {
      canvas.put("▾", at: Point(x: list.maxX - 1, y: list.maxY - 1), role: .scroll)
    }
    return cursor
  }

  private struct DrawnLine {
    var line: Line
    var isHere: Bool
    var cursor: Int
  }

  private var lines: [DrawnLine] {
    var shown = editor.lines
    var here = editor.cursor
    // A condition that is not in the rule yet stands where it will be.
    if let pending = editor.pending, pending.isNew, !pending.isIn {
      let row = RuleRows.Row.condition(pending.row ?? RuleRow(.attribute(""), .known))
      let after = shown.lastIndex { $0.path.lexicographicallyPrecedes(pending.path) } ?? 0
      shown.insert(.init(path: pending.path, row: row), at: after + 1)
      here = after + 1
    }
    let width =
      shown.map { line -> Int in
        guard case .condition(let row) = line.row else { return 0 }
        return line.depth * 2 + Terminal.Text.columns(of: words.subject(row.subject))
      }.max() ?? 0
    return shown.enumerated().map { index, line in
      draw(line, isHere: index == here, subjects: min(34, max(14, width)))
    }
  }

  private func draw(_ line: RuleRows.Line, isHere: Bool, subjects: Int) -> DrawnLine {
    let indent = String(repeating: "  ", count: line.depth)
    switch line.row {
    case .group(let group):
      let title = Self.title(group)
      let role: Role = isHere ? .titleFocus : .title
      let note =
        group.rows.isEmpty ? Line("  everybody: + adds a condition", role: .textDim) : Line()
      return DrawnLine(
        line: Line(indent + title, role: role) + note,
        isHere: isHere,
        cursor: indent.count
      )
    case .condition(let row):
      let isChoosing = isHere && editor.pending?.isNew == true && editor.pending?.row == nil
      let subject = isChoosing ? "..." : words.subject(row.subject)
      let part = isHere ? editor.part : nil
      func role(_ own: RuleEditor.Part) -> Role { part == own ? .textStrong : .text }
      let isMember = row.comparison == .member
      let comparison = isMember ? (row.isNegated ? "not in it" : "in it") : words.comparison(row)
      let first = Line(indent + subject, role: role(.subject)).padded(toColumns: subjects + 2)
      let second = Line(comparison, role: part == .comparison ? .textStrong : .textDim)
        .padded(toColumns: 14)
      var value = Line(words.operands(row), role: role(.value))
      var column =
        [0: indent.count, 1: first.columns, 2: first.columns + second.columns + 1][
          part?.rawValue ?? 0
        ] ?? 0
      if isHere, let typed = editor.pending?.typed {
        let (text, cursor) = typed.visible(columns: 30)
        value = Line(text, role: .input)
        column = first.columns + second.columns + 1 + cursor
      }
      return DrawnLine(
        line: first + second + Line(" ") + value + was(row),
        isHere: isHere,
        cursor: column
      )
    }
  }

  private static func title(_ group: RuleRows.Group) -> String {
    switch (group.isNegated, group.needsAll) {
    case (false, true): "all of"
    case (false, false): "any of"
    case (true, true): "not all of"
    case (true, false): "none of"
    }
  }

  /// What the condition was in the store; `new` where there was none about the same.
  private func was(_ row: RuleRow) -> Line {
    guard editor.isChanged else { return Line() }
    let before = baseRows.filter { $0.subject == row.subject }
    if before.contains(row) { return Line() }
    guard let old = before.first else { return Line("   (new)", role: .near) }
    let same = old.comparison == row.comparison && old.isNegated == row.isNegated
    let words =
      same ? self.words.operands(old) : "\(self.words.comparison(old)) \(self.words.operands(old))"
    return Line("   (was \(words))", role: .near)
  }

  private var baseRows: [RuleRow] {
    guard let base = editor.base, let rule = try? Rule(base, operations: RuleOperations.names),
      let rows = RuleRows(rule)
    else { return [] }
    return rows.lines.compactMap { line in
      guard case .condition(let row) = line.row else { return nil }
      return row
    }
  }

  /// What is known of the attribute that the cursor is on, or wrong with what is typed.
  private func footLines(columns: Int) -> [Line] {
    if let problem = editor.pending?.problem {
      return Line(problem, role: .statusWarning).wrapped(toColumns: columns)
    }
    guard let row = editor.row, let path = row.path, let found = editor.spreads[path] else {
      return [Line()]
    }
    let text =
      found.map { "\(words.label(path)): \(words.spread($0))" }
      ?? "\(words.label(path)): too many different values to count"
    return Array(Line(text, role: .textDim).wrapped(toColumns: columns).prefix(2))
  }

  // MARK: - JSON

  private func draw(_ text: RuleText, _ canvas: inout Canvas, in area: Rect) -> Point {
    var foot =
      text.problem.map { Line($0, role: .statusWarning).wrapped(toColumns: area.width) }
      ?? [Line("Esc shows it as rows again", role: .textDim)]
    foot = Array(foot.prefix(3))
    if text.isWarned {
      foot += Line("Esc again leaves it, kept in the draft as it is", role: .near)
        .wrapped(toColumns: area.width)
    }
    let (body, rest) = area.split(bottom: min(foot.count, max(0, area.height - 1)))
    canvas.put(foot, in: rest)
    let (rows, cursor) = text.editor.rows(columns: max(8, body.width - 1))
    let top = max(0, min(cursor.y - body.height / 2, rows.count - body.height))
    canvas.put(rows.dropFirst(top).map { Line($0, role: .input) }, in: body)
    return Point(
      x: min(body.maxX - 1, body.x + cursor.x),
      y: min(body.maxY - 1, body.y + max(0, cursor.y - top))
    )
  }
}
