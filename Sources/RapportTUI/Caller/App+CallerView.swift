import RapportCore
import Terminal

/// Draws the form of a new caller.
extension App {
  private struct Row {
    var line: Line
    var stop: CallerForm.Stop?
    /// What goes first where there is no room; 0 stays.
    var rank = 0
    /// The cursor's column, where a field is on the line.
    var cursor: Int?
  }

  private static let labels = 8

  func draw(_ form: CallerForm, on canvas: inout Canvas, in area: Rect) -> Point {
    let width = min(area.width - 4, 84)
    let columns = width - 4
    var rows = fieldRows(form, columns: columns)
    rows.append(Row(line: Line(), rank: 9))
    rows += knownRows(form, columns: columns)
    rows.append(Row(line: Line(), rank: 9))
    rows += askRows(form, columns: columns)
    rows += summaryRows(form, columns: columns)
    rows.append(Row(line: Line(), rank: 8))
    rows += endRows(form)
    let room = max(1, area.height - 2)
    while rows.count > room, let least = rows.indices.max(by: { rows[$0].rank < rows[$1].rank }),
      rows[least].rank > 0
    {
      rows.remove(at: least)
    }
    rows = Array(rows.prefix(room))
    let height = max(rows.count, min(room, 15)) + 2
    // The top stays where it is while rows come and go.
    let top = max(0, min(area.height - height, (area.height - 17) / 3))
    let place = Rect(x: area.x, y: area.y + top, width: area.width, height: height)
      .intersection(area)
    let inside = box("New caller", Size(columns: width, rows: height), on: &canvas, in: place)
    var point = inside.origin
    for (index, row) in rows.enumerated() where index < inside.height {
      let line = inside.row(index)
      canvas.put(row.line, at: line.origin, clip: line)
      guard let stop = row.stop, stop == form.stop else { continue }
      canvas.put("▌", at: line.origin.offset(x: -1), role: .borderFocus)
      if row.cursor == nil { canvas.overlay(line, role: .selection) }
      point = Point(x: line.x + (row.cursor ?? 0), y: line.y)
    }
    return point
  }

  private func labelled(_ label: String, _ line: Line) -> Line {
    Line(pad(label, to: Self.labels), role: .label) + line
  }

  private func fieldRow(
    _ label: Line,
    _ stop: CallerForm.Stop,
    _ form: CallerForm,
    columns: Int,
    placeholder: String
  ) -> Row {
    let field = form.field(stop)
    let (text, cursor) = field.visible(columns: max(1, columns - label.columns))
    let shown =
      field.isEmpty ? Line(placeholder, role: .inputPlaceholder) : Line(text, role: .input)
    return Row(
      line: label + shown,
      stop: stop,
      cursor: min(label.columns + cursor, max(0, columns - 1))
    )
  }

  private func fieldRows(_ form: CallerForm, columns: Int) -> [Row] {
    let fields: [(String, CallerForm.Stop, String)] = [
      ("Name", .name, "as they say it"), ("Phone", .phone, "any form"), ("E-mail", .email, ""),
    ]
    return fields.map { label, stop, placeholder in
      fieldRow(labelled(label, Line()), stop, form, columns: columns, placeholder: placeholder)
    }
  }

  private func knownRows(_ form: CallerForm, columns: Int) -> [Row] {
    guard !form.known.isEmpty else {
      let words =
        form.searched.isEmpty
        ? "who it may be is looked for while you type" : "nobody like that so far"
      return [Row(line: labelled("Known", Line(words, role: .textDim)), rank: 5)]
    }
    let key = Line([Span("Ctrl-O", role: .hintKey), Span(" opens", role: .hintText)])
    var rows = form.known.enumerated().map { index, found in
      let isFirst = index == 0
      let room = max(1, columns - Self.labels - (isFirst ? key.columns + 2 : 0))
      var line = labelled(
        isFirst ? "Known?" : "",
        Line(found.words, role: .near).truncated(toColumns: room)
      )
      if isFirst { line = line.padded(toColumns: columns - key.columns) + key }
      return Row(line: line, stop: .known(found.id), rank: isFirst ? 0 : 4 + index)
    }
    if form.more > 0 {
      // Beyond that nobody counts, and the search gives up counting.
      let count = form.more > 50 ? "many" : Count.text(form.more)
      let words = "\(count) more like that: ask for their phone or e-mail"
      rows.append(Row(line: labelled("", Line(words, role: .textDim)), rank: 7))
    }
    return rows
  }

  private func askRows(_ form: CallerForm, columns: Int) -> [Row] {
    guard let question = form.question else { return [] }
    let room = max(1, columns - Self.labels)
    var rows = Line("“\(question.question)”", role: .ask).wrapped(toColumns: room).prefix(2)
      .enumerated().map { index, line in
        Row(line: labelled(index == 0 ? "Ask" : "", line), stop: index == 0 ? .question : nil)
      }
    if let reason = question.reason {
      let line = Line(reason, role: .scriptNote).truncated(toColumns: room)
      rows.append(Row(line: labelled("", line), rank: 7))
    }
    rows += choiceLines(question, columns: room).map { Row(line: labelled("", $0)) }
    guard form.isTyped, form.stop == .question else { return rows }
    // The cursor is where the answer is typed, not on the question.
    rows[0].stop = nil
    let advice = knowledge.definitions.catalog[question.path]?.advice ?? ""
    let label = labelled("", Line("> ", role: .inputPrompt))
    rows.append(fieldRow(label, .question, form, columns: columns, placeholder: advice))
    return rows
  }

  private func choiceLines(_ question: NextQuestion, columns: Int) -> [Line] {
    answers(to: question.choices).enumerated().reduce(into: [Line]()) { lines, answer in
      let words = Line([
        Span("\(answer.offset + 1) ", role: .hintKey), Span("\(answer.element)   "),
      ])
      // Whole answers only, as many as fit on a line.
      if let last = lines.last, last.columns + words.columns <= columns + 3 {
        lines[lines.count - 1] = last + words
      } else {
        lines.append(words)
      }
    }
  }

  /// What was said, and what follows from it.
  private func summaryRows(_ form: CallerForm, columns: Int) -> [Row] {
    var rows: [Row] = []
    let room = max(1, columns - Self.labels)
    let said = form.caller.answers.sorted { $0.key < $1.key }.map { path, value in
      let attribute = knowledge.definitions.catalog[path]
      let words = AttributeValue(value, of: attribute).words(answerWording)
      return "\(knowledge.label(ofPath: path)): \(words)"
    }
    if !said.isEmpty {
      let line = Line(said.joined(separator: " · ")).truncated(toColumns: room)
      rows.append(Row(line: labelled("Said", line), rank: 6))
    }
    guard let guidance = form.guidance else { return rows }
    let belongs = guidance.memberships.filter { $0.answer == .in }.map(\.name)
    let line =
      belongs.isEmpty
      ? Line("in no segment yet", role: .textDim)
      : Line(belongs.joined(separator: " · "), role: .badgeSegment)
    let rest = guidance.settlement?.words.map { Line("; \($0)", role: .textDim) } ?? Line()
    let whole = form.question == nil ? line : line + rest
    rows.append(Row(line: labelled("Who", whole.truncated(toColumns: room)), rank: 3))
    return rows
  }

  private var answerWording: Wording {
    knowledge.wording(language: knowledge.language, zone: zone, now: Instant(milliseconds: 0))
  }

  private func endRows(_ form: CallerForm) -> [Row] {
    if let problem = form.problem { return [Row(line: Line(problem, role: .statusWarning))] }
    if form.isSaving { return [Row(line: Line("saving", role: .progress))] }
    let words = form.question == nil ? "  no question would settle more" : ""
    let line = Line([
      Span("Save and open on the Desk", role: .textStrong), Span(words, role: .textDim),
    ])
    return [Row(line: line, stop: .save)]
  }
}
