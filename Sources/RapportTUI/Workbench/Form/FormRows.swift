import JSONLogic
import RapportCore
import Terminal

/// The fields of a form as rows of a width.
struct FormRows {
  struct Row {
    var line: Line
    /// Belongs to the field that the cursor is in.
    var isFocused = false
    /// The cursor's column.
    var cursor: Int?
  }

  /// Rows of a text that the cursor is not in.
  private static let most = 3
  /// Rows of a text on either side of the cursor; no screen shows as many.
  private static let around = 300
  /// The columns of what a voice is called at its low end.
  private static let lowEnd = 14

  private let form: DefinitionForm
  private let columns: Int
  private let problems: [FormField.ID: [DefinitionForm.Placed]]
  private let others: [Problem]

  init(_ form: DefinitionForm, columns: Int) {
    self.form = form
    self.columns = columns
    (problems, others) = form.placedProblems
  }

  private var room: Int { max(8, columns - DefinitionFormView.labels) }

  var rows: [Row] {
    var rows: [Row] = []
    for problem in others.prefix(3) {
      let place = PointerWords.text(problem.pointer(below: form.reference))
      let line = words(of: problem, at: place.isEmpty ? nil : place)
      rows += line.wrapped(toColumns: columns, hangingIndent: 2).prefix(2).map { Row(line: $0) }
    }
    for field in form.fields {
      let isFocused = field.id == form.focus
      rows += self.rows(of: field, isFocused: isFocused)
      rows += turn(at: field).map { Row(line: labelled("", $0), isFocused: isFocused) }
      for placed in problems[field.id] ?? [] {
        let language = placed.language.map { "in \(LanguageName.text($0))" }
        let line = words(of: placed.problem, at: language)
        let wrapped = line.wrapped(toColumns: room, hangingIndent: 2).prefix(isFocused ? 4 : 2)
        rows += wrapped.map { Row(line: labelled("", $0), isFocused: isFocused) }
      }
    }
    return rows
  }

  /// Whom another status takes in or lets go.
  private func turn(at field: FormField) -> [Line] {
    guard form.reference.kind == .segment, field.path == FieldPath("status"),
      let turn = form.outcome?.turn
    else { return [] }
    let isCounted = if case .counted = turn.state { true } else { false }
    return Line(turn.words, role: isCounted ? .statusWarning : .progress).wrapped(
      toColumns: room,
      hangingIndent: 2
    )
  }

  private func words(of problem: Problem, at place: String?) -> Line {
    let there = place.map { "\($0): " } ?? ""
    return Line(
      "\(problem.severity.rawValue): \(there)\(problem.sentence)",
      role: problem.severity.role
    )
  }

  private func labelled(_ label: String, _ line: Line) -> Line {
    Line(
      pad(String(label.prefix(DefinitionFormView.labels - 1)), to: DefinitionFormView.labels),
      role: .label
    )
      + line
  }

  private func rows(of field: FormField, isFocused: Bool) -> [Row] {
    switch field.kind {
    case .text, .prose, .number, .list, .lines:
      return isFocused ? edited(field) : shown(field)
    case .choice(let options, let none):
      let value = form.value(of: field)?.stringValue
      let title = options.first { $0.value == value }?.title ?? value ?? none
      let more = isFocused ? Line("   Left and Right change it", role: .textDim) : Line()
      let line = title.map { Line($0) } ?? Line("choose one", role: .statusWarning)
      return [
        Row(line: labelled(field.label, line + more), isFocused: isFocused, cursor: at(isFocused))
      ]
    case .setting(let name, let none):
      let value = form.value(of: field)?.intValue ?? 0
      let line = slider(name, form.value(of: field)?.intValue, none: none)
      // On the mark.
      let cursor = DefinitionFormView.labels + Self.lowEnd + (min(2, max(-2, value)) + 2) * 2 + 1
      return [
        Row(
          line: labelled(field.label, line),
          isFocused: isFocused,
          cursor: isFocused ? cursor : nil
        )
      ]
    case .several(let options, let none):
      return isFocused ? choices(field, options) : chosen(field, options, none: none)
    case .item(let title):
      let line = Line("── \(title) ", role: isFocused ? .titleFocus : .title)
      let rest = Line(String(repeating: "─", count: max(0, columns - line.columns)), role: .rule)
      return [Row(line: line + rest, isFocused: isFocused, cursor: isFocused ? 3 : nil)]
    case .adding(let title, _):
      let line = Line([Span("+ ", role: .hintKey), Span(title, role: .textDim)])
      return [Row(line: labelled("", line), isFocused: isFocused, cursor: at(isFocused))]
    case .rule(let words):
      var lines = Line(words, role: .why).wrapped(toColumns: room)
      if isFocused { lines.append(Line(field.advice, role: .textDim)) }
      return lines.enumerated().map { index, line in
        Row(
          line: labelled(index == 0 ? field.label : "", line),
          isFocused: isFocused,
          cursor: index == 0 ? at(isFocused) : nil
        )
      }
    }
  }

  private func at(_ isFocused: Bool) -> Int? { isFocused ? DefinitionFormView.labels : nil }

  // MARK: - Texts

  private func edited(_ field: FormField) -> [Row] {
    let columns = max(8, room - 1)
    let (texts, above, cursor) = form.editor.rows(columns: columns, around: Self.around)
    var rows = texts.enumerated().map { index, text in
      Row(
        line: labelled(index + above == 0 ? field.label : "", Line(text, role: .input)),
        isFocused: true,
        cursor: index == cursor.y ? DefinitionFormView.labels + cursor.x : nil
      )
    }
    if form.editor.text.isEmpty, let example = placeholder(field) {
      rows[0].line = labelled(field.label, Line(example, role: .inputPlaceholder))
    }
    let missing = form.missingLanguages(of: field).filter { $0 != form.language }
    if !missing.isEmpty {
      let names = missing.map(LanguageName.text).joined(separator: ", ")
      rows.append(
        Row(line: labelled("", Line("missing in \(names)", role: .unknown)), isFocused: true)
      )
    }
    return rows
  }

  private func placeholder(_ field: FormField) -> String? {
    if let example = form.example(of: field) {
      let first = example.split(whereSeparator: \.isNewline).first.map(String.init) ?? example
      return "\(LanguageName.text(form.store)): \(first)"
    }
    return field.advice.nonBlank
  }

  private func shown(_ field: FormField) -> [Row] {
    let text = field.text(of: form.value(of: field))
    guard !text.isEmpty else {
      let isMissing = form.missingLanguages(of: field).contains(form.language)
      let line =
        isMissing
        ? Line("missing in \(LanguageName.text(form.language))", role: .unknown)
        : Line("-", role: .textDim)
      return [Row(line: labelled(field.label, line))]
    }
    // What begins the text fills its rows, however long it is.
    let beginning = text.prefix(room * (Self.most + 1) * 4)
    var lines = beginning.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Line(String($0)).wrapped(toColumns: room) }
    if lines.count > Self.most || (beginning.endIndex < text.endIndex && !lines.isEmpty) {
      lines = Array(lines.prefix(Self.most))
      let end = Line("…", role: .textDim)
      let last = lines.count - 1
      lines[last] = lines[last].truncated(toColumns: room - 2, ellipsis: "") + end
    }
    return lines.enumerated().map { index, line in
      Row(line: labelled(index == 0 ? field.label : "", line))
    }
  }

  // MARK: - Choices

  /// `casual ──●────── formal   casual`.
  private func slider(_ name: String, _ setting: Int?, none: String?) -> Line {
    guard let dimension = Voice.Dimension(rawValue: name) else { return Line() }
    let ends = dimension.ends
    let value = setting ?? (none == nil ? 0 : nil)
    let low = Line(ends.low, role: .textDim).padded(toColumns: Self.lowEnd, alignment: .trailing)
    let track = (-2...2).map { step -> Span in
      let mark = step == value ? "●" : "·"
      return Span(" \(mark)", role: step == value ? .tone : .textDim)
    }
    let high = Line(ends.high, role: .textDim).padded(toColumns: 14)
    let words = value.map { dimension.words($0) } ?? none ?? ""
    return low + Line(track) + Line("  ") + high + Line(words, role: .tone)
  }

  private func chosen(_ field: FormField, _ options: [FormField.Option], none: String) -> [Row] {
    let values = form.value(of: field)?.arrayValue?.compactMap(\.stringValue) ?? []
    let titles = values.map { value in options.first { $0.value == value }?.title ?? value }
    let line =
      titles.isEmpty ? Line(none, role: .textDim) : Line(titles.joined(separator: ", "))
    return line.wrapped(toColumns: room).prefix(Self.most).enumerated().map { index, line in
      Row(line: labelled(index == 0 ? field.label : "", line))
    }
  }

  /// Every option with its box; as many whole ones in a row as fit.
  private func choices(_ field: FormField, _ options: [FormField.Option]) -> [Row] {
    let values = Set(form.value(of: field)?.arrayValue?.compactMap(\.stringValue) ?? [])
    var rows: [Row] = []
    for (index, option) in options.enumerated() {
      let isTaken = values.contains(option.value)
      let isHere = index == form.part
      let words = Line(
        "[\(isTaken ? "x" : " ")] \(option.title)  ",
        role: isHere ? .textStrong : isTaken ? .text : .textDim
      )
      let used = rows.last.map { $0.line.columns - DefinitionFormView.labels } ?? room
      if used + words.columns > room + 2 || rows.isEmpty {
        rows.append(
          Row(line: labelled(rows.isEmpty ? field.label : "", Line()), isFocused: true)
        )
      }
      let last = rows.count - 1
      if isHere { rows[last].cursor = rows[last].line.columns + 1 }
      rows[last].line += words
    }
    return rows
  }
}
