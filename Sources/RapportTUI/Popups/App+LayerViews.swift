import RapportCore
import Terminal

/// Draws what lies over the view.
extension App {
  /// Returns where the cursor is.
  func draw(_ layer: Layer, on canvas: inout Canvas, in area: Rect, now: Instant) -> Point? {
    switch layer {
    case .picker(let picker): draw(picker, on: &canvas, in: area)
    case .input(let input): draw(input, on: &canvas, in: area)
    case .note(let editor): draw(editor, on: &canvas, in: area)
    case .log(let log): draw(log, on: &canvas, in: area)
    case .feedback(let card): draw(card, on: &canvas, in: area)
    case .caller(let form): draw(form, on: &canvas, in: area)
    case .definition(let form): DefinitionFormView(app: self, form: form).draw(&canvas, in: area)
    case .rule(let editor):
      RuleEditorView(app: self, editor: editor, now: now).draw(&canvas, in: area)
    case .conflict(let conflict):
      ConflictView(conflict, in: area.size).draw(on: &canvas, in: area, self)
    case .refining(let screen): RefiningView(app: self, screen: screen).draw(&canvas, in: area)
    }
  }

  /// A box with a title; returns the area in it.
  func box(_ title: String, _ size: Size, on canvas: inout Canvas, in area: Rect) -> Rect {
    let frame = area.centered(size)
    canvas.fill(frame, role: .popup)
    // Whatever is drawn into the box stands on its ground.
    canvas.overlay(frame, role: .popup)
    let across = String(repeating: "─", count: max(0, frame.width - 2))
    canvas.put("┌\(across)┐", at: frame.origin, role: .popupBorder, clip: frame)
    let bottom = Point(x: frame.x, y: frame.maxY - 1)
    canvas.put("└\(across)┘", at: bottom, role: .popupBorder, clip: frame)
    for y in (frame.y + 1)..<max(frame.y + 1, frame.maxY - 1) {
      canvas.put("│", at: Point(x: frame.x, y: y), role: .popupBorder, clip: frame)
      canvas.put("│", at: Point(x: frame.maxX - 1, y: y), role: .popupBorder, clip: frame)
    }
    canvas.put(
      [Line(" \(title) ", role: .popupTitle)],
      in: frame.row(0).inset(left: 2, right: 2)
    )
    return frame.inset(top: 1, left: 2, bottom: 1, right: 2)
  }

  private func draw(_ picker: Picker, on canvas: inout Canvas, in area: Rect) -> Point {
    let hasField = !picker.isNumbered
    let width = min(area.width - 8, 88)
    let heading = heading(picker.question, picker.reason, columns: width - 4)
    let most = max(1, min(14, area.height - (hasField ? 5 : 3) - heading.count))
    let rows = min(max(picker.shown.count, hasField ? 4 : 1), most)
    let size = Size(columns: width, rows: rows + (hasField ? 4 : 2) + heading.count)
    // The top stays where it is while the list grows and shrinks.
    let top = max(0, (area.height - most - 4) / 3)
    let place = Rect(x: area.x, y: area.y + top, width: area.width, height: size.rows)
    let inside = box(picker.title, size, on: &canvas, in: place.intersection(area))
    canvas.put(heading, in: inside)
    var list = inside.inset(top: heading.count)
    var cursor = inside.origin
    if hasField {
      canvas.put("> ", at: inside.origin, role: .inputPrompt)
      let field = inside.row(0).inset(left: 2)
      let (text, column) = picker.field.visible(columns: field.width)
      canvas.put(
        picker.field.isEmpty ? picker.prompt : text,
        at: field.origin,
        role: picker.field.isEmpty ? .inputPlaceholder : .input,
        clip: field
      )
      cursor = Point(x: field.x + min(column, max(0, field.width - 1)), y: field.y)
      list = inside.inset(top: 2)
    }
    guard !picker.shown.isEmpty else {
      canvas.put([Line("Nothing matches; Backspace widens it.", role: .textDim)], in: list)
      return cursor
    }
    let first = max(0, min(picker.index - list.height / 2, picker.shown.count - list.height))
    for (offset, index) in picker.shown.dropFirst(first).prefix(list.height).enumerated() {
      let row = list.row(offset)
      let number = picker.isNumbered ? first + offset + 1 : nil
      canvas.put(
        line(picker.items[index], number: number, columns: row.width),
        at: row.origin,
        clip: row
      )
      guard first + offset == picker.index else { continue }
      canvas.overlay(row, role: .selection)
      canvas.put("▌", at: row.origin.offset(x: -1), role: .borderFocus)
      if !hasField { cursor = row.origin }
    }
    if first > 0 { canvas.put("▴", at: Point(x: inside.maxX, y: list.y), role: .scroll) }
    if first + list.height < picker.shown.count {
      canvas.put("▾", at: Point(x: inside.maxX, y: list.maxY - 1), role: .scroll)
    }
    return cursor
  }

  /// A question with its reason above the answers, with a blank line before them.
  private func heading(_ question: String?, _ reason: String?, columns: Int) -> [Line] {
    guard let question else { return [] }
    let asked = Line("“\(question)”", role: .ask).wrapped(toColumns: columns).prefix(4)
    let why = reason.map { Line($0, role: .scriptNote).wrapped(toColumns: columns).prefix(2) }
    return asked + (why ?? []) + [Line()]
  }

  private func line(
    _ item: Picker.Item,
    number: Int?,
    columns: Int
  ) -> Line {
    var left = Line(number.map { "\($0) " } ?? "", role: .hintKey)
    left += Line(item.title, role: item.refusal == nil ? .text : .textDim)
    if let refusal = item.refusal {
      left += Line("  \(refusal)", role: .unknown)
    } else if !item.detail.isEmpty {
      left += Line("  \(item.detail)", role: .textDim)
    }
    let right = Line(item.keys, role: .hintKey)
    let room = max(0, columns - right.columns - (right.isEmpty ? 0 : 2))
    return left.truncated(toColumns: room).padded(toColumns: columns - right.columns) + right
  }

  private func draw(_ input: InputLine, on canvas: inout Canvas, in area: Rect) -> Point {
    let width = min(area.width - 4, 72)
    let label = Line(input.label, role: .popupTitle).wrapped(toColumns: width - 4)
    let isQuestion: Bool = if case .answer = input.purpose { true } else { false }
    let heading =
      isQuestion
      ? self.heading(input.label, input.reason, columns: width - 4)
      : (label.count > 1 ? Array(label.prefix(4)) : [])
        + (input.reason.map { Line($0, role: .near).wrapped(toColumns: width - 4) } ?? []).prefix(3)
    let size = Size(columns: width, rows: 4 + heading.count)
    let title = !isQuestion && label.count <= 1 ? input.label : "Answer"
    let inside = box(title, size, on: &canvas, in: area)
    canvas.put(heading, in: inside)
    let (row, rest) = inside.inset(top: heading.count).split(top: 1)
    let field = row.inset(left: 2)
    canvas.put("> ", at: row.origin, role: .inputPrompt)
    let (text, column) = input.field.visible(columns: field.width)
    canvas.put(text, at: field.origin, role: .input, clip: field)
    let words =
      input.problem.map { Line($0, role: .statusWarning) }
      ?? Line(input.advice ?? "", role: .textDim)
    canvas.put([words], in: rest)
    return Point(x: field.x + min(column, max(0, field.width - 1)), y: field.y)
  }

  private func draw(_ editor: NoteEditor, on canvas: inout Canvas, in area: Rect) -> Point {
    let width = min(area.width - 4, 76)
    let (rows, cursor) = editor.rows(columns: width - 4)
    let height = min(area.height - 2, max(5, rows.count + 2))
    let title = "Note of this contact"
    let inside = box(title, Size(columns: width, rows: height), on: &canvas, in: area)
    let top = max(0, min(cursor.y - inside.height + 1, rows.count - inside.height))
    canvas.put(rows.dropFirst(top).map { Line($0, role: .note) }, in: inside)
    return Point(x: inside.x + cursor.x, y: inside.y + max(0, cursor.y - top))
  }

  private func draw(_ log: MessageLog, on canvas: inout Canvas, in area: Rect) -> Point {
    let size = Size(columns: min(area.width - 4, 100), rows: area.height - 2)
    let inside = box("Messages", size, on: &canvas, in: area)
    guard !self.log.isEmpty else {
      canvas.put([Line("Nothing was said yet.", role: .textDim)], in: inside)
      return inside.origin
    }
    let lines = self.log.prefix(log.end).flatMap { entry in
      Line([
        Span(zone.local(entry.at).clock + "  ", role: .label),
        Span(entry.text, role: entry.kind.role),
      ]).wrapped(toColumns: inside.width, hangingIndent: 7)
    }
    let shown = lines.suffix(inside.height)
    canvas.put(shown, in: inside)
    return Point(x: inside.x, y: inside.y + max(0, shown.count - 1))
  }
}
