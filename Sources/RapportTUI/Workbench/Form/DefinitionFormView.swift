import JSONLogic
import RapportCore
import Terminal

/// Draws the form of a definition: its fields, and how it would be for some customers.
struct DefinitionFormView {
  static let labels = 12

  let app: App
  let form: DefinitionForm

  /// The columns of a text in a field, on a screen of this size.
  static func textColumns(in size: Size) -> Int {
    max(8, fieldWidth(size.columns) - labels - 3)
  }

  private static func isWide(_ columns: Int) -> Bool { columns >= App.wideWorkbench }

  private static func fieldWidth(_ columns: Int) -> Int {
    isWide(columns) ? columns * 11 / 20 : columns
  }

  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    canvas.fill(area, role: .text)
    // What the list below laid over its chosen row does not shine through.
    canvas.overlay(area, role: .text)
    let (head, body) = area.split(top: 1)
    drawHead(&canvas, in: head)
    let previews = form.outcome?.previews ?? []
    guard Self.isWide(area.width) else {
      guard hasPreview else { return drawFields(&canvas, in: body) }
      let (fields, preview) = body.split(bottom: max(4, area.height * 2 / 5))
      drawNarrow(previews, &canvas, in: preview)
      return drawFields(&canvas, in: fields)
    }
    let (left, right) = body.split(left: Self.fieldWidth(area.width))
    for y in right.y..<right.maxY { canvas.put("│", at: Point(x: right.x, y: y), role: .border) }
    drawWide(previews, &canvas, in: right.inset(left: 2, right: 1))
    return drawFields(&canvas, in: left)
  }

  private var hasPreview: Bool {
    [.tone, .service, .script, .intent].contains(form.reference.kind)
  }

  // MARK: - Head

  private func drawHead(_ canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, with: "─", role: .rule)
    let name = app.title(of: form.reference, form.draft.object)
    let version =
      form.draft.base == nil
      ? "new" : form.reference.revision(of: form.draft.base).map { "version \($0)" } ?? ""
    let parts = [form.reference.noun, version, form.draft.isChanged ? "not saved" : ""]
    let title = Line([
      Span(" \(name) ", role: .titleFocus),
      Span("· \(parts.filter { !$0.isEmpty }.joined(separator: ", ")) ", role: .ruleTitle),
    ])
    canvas.put([title.truncated(toColumns: max(0, area.width - 4))], in: area.inset(left: 2))
    guard form.languages.count > 1, form.fields.contains(where: \.path.isByLanguage) else { return }
    let missing = form.missingHere
    let words = missing == 0 ? "" : ", \(missing) missing"
    let language = Line(" \(LanguageName.text(form.language))\(words) ", role: .ruleTitle)
    let end = Point(x: area.maxX - language.columns - 2, y: area.y)
    if end.x > area.x + title.columns + 3 { canvas.put(language, at: end, clip: area) }
  }

  /// What stands above the hints while nothing happened.
  var status: Line {
    if let problem = form.problem { return Line(problem, role: .statusWarning) }
    if form.waitsToSave { return Line("checking before it is saved", role: .progress) }
    if form.isSaving { return Line("saving", role: .progress) }
    guard let outcome = form.outcome, outcome.generation == form.generation else {
      return Line("checking", role: .progress)
    }
    let errors = outcome.newErrors.count
    if errors > 0 {
      let words = "\(TimeWords.plural(errors, "new error")): it cannot be saved like that"
      return Line(words, role: .statusError)
    }
    let advice = form.field?.advice.nonBlank
    if let gravest = outcome.newProblems.map(\.severity).max() {
      let count = outcome.newProblems.count { $0.severity == gravest }
      return Line(TimeWords.plural(count, "new \(gravest.rawValue)"), role: gravest.role)
        + Line(advice.map { "; \($0)" } ?? "", role: .status)
    }
    let pins = outcome.brokenPins.count
    if pins > 0 {
      let words = "\(TimeWords.plural(pins, "pinned customer")) would be taken otherwise"
      return Line(words, role: .statusWarning) + Line(advice.map { "; \($0)" } ?? "", role: .status)
    }
    let line = Line(advice ?? "nothing new is wrong", role: .status)
    // It may stay wrong for long, and does not hide what a field is for.
    guard let before = outcome.wordsOfBefore else { return line }
    return line + Line("; wrong already: \(before)", role: .statusWarning)
  }

  // MARK: - Fields

  private func drawFields(_ canvas: inout Canvas, in area: Rect) -> Point {
    let rows = FormRows(form, columns: area.width - 2).rows
    let first = rows.firstIndex { $0.isFocused } ?? 0
    let last = rows.lastIndex { $0.isFocused } ?? 0
    let most = max(0, rows.count - area.height)
    var top = last < area.height - 1 ? 0 : min(first, last + 2 - area.height)
    // In a text that is longer than the area the row of the cursor counts.
    if let cursor = rows.firstIndex(where: { $0.cursor != nil }), last - first >= area.height {
      top = cursor - area.height / 2
    }
    top = min(max(0, top), most)
    var point = area.origin.offset(x: 1)
    for (index, row) in rows.enumerated().dropFirst(top).prefix(area.height) {
      let place = area.row(index - top)
      canvas.put(
        row.line.truncated(toColumns: area.width - 2),
        at: place.origin.offset(x: 1),
        clip: place
      )
      if row.isFocused { canvas.put("▌", at: place.origin, role: .borderFocus) }
      if let cursor = row.cursor {
        point = Point(x: min(area.maxX - 1, place.x + 1 + cursor), y: place.y)
      }
    }
    if top > 0 { canvas.put("▴", at: Point(x: area.maxX - 1, y: area.y), role: .scroll) }
    if top < most {
      canvas.put("▾", at: Point(x: area.maxX - 1, y: area.maxY - 1), role: .scroll)
    }
    return point
  }

  // MARK: - Preview

  /// The samples beginning with the one that was turned to.
  private func turned(_ previews: [SamplePreview]) -> [SamplePreview] {
    guard !previews.isEmpty else { return [] }
    let first = form.sample % previews.count
    return Array(previews[first...] + previews[..<first])
  }

  private func drawNarrow(_ previews: [SamplePreview], _ canvas: inout Canvas, in area: Rect) {
    let (head, body) = area.split(top: 1)
    canvas.fill(head, with: "─", role: .rule)
    guard let preview = turned(previews).first else {
      canvas.put([Line(" For customers ", role: .ruleTitle)], in: head.inset(left: 2))
      canvas.put([Line("looking how it would be", role: .progress)], in: body.inset(left: 1))
      return
    }
    let title = Line([
      Span(" \(preview.name) ", role: .customerName),
      Span("· \(preview.detail) ", role: .ruleTitle),
    ])
    canvas.put([title], in: head.inset(left: 2, right: 12))
    let count = Line(" \(form.sample % previews.count + 1) of \(previews.count) ", role: .ruleTitle)
    canvas.put(count, at: Point(x: head.maxX - count.columns - 2, y: head.y), clip: head)
    let shown = lines(preview, columns: body.width - 2, most: body.height)
    canvas.put(shown, in: body.inset(left: 1, right: 1))
  }

  private func drawWide(_ previews: [SamplePreview], _ canvas: inout Canvas, in area: Rect) {
    guard hasPreview else { return }
    guard !previews.isEmpty else {
      canvas.put([Line("looking how it would be", role: .progress)], in: area)
      return
    }
    var shown: [Line] = []
    for preview in turned(previews) where shown.count < area.height {
      if !shown.isEmpty { shown.append(Line()) }
      shown += Line([
        Span(preview.name, role: .customerName), Span(" · \(preview.detail)", role: .textDim),
      ]).wrapped(toColumns: area.width)
      shown += lines(preview, columns: area.width, most: area.height - shown.count)
    }
    canvas.put(shown, in: area)
  }

  /// Beginning with what the cursor is about; what is below `most` rows is not broken into rows.
  private func lines(_ preview: SamplePreview, columns: Int, most: Int) -> [Line] {
    let about = PreviewFocus(form).label
    let parts = preview.parts
    let first = parts.firstIndex { about != nil && $0.label == about } ?? 0
    let longest = parts.map { Terminal.Text.columns(of: $0.label) }.max() ?? 0
    let width = min(18, longest + 2)
    var lines: [Line] = []
    for part in parts[first...] + parts[..<first] where lines.count < most {
      let label = Line(part.label, role: .label).truncated(toColumns: width - 2)
      let room = max(0, most - lines.count) * max(1, columns) * 4
      for (index, line) in part.paragraphs(characters: room).enumerated() where lines.count < most {
        lines += ((index == 0 ? label : Line()).padded(toColumns: width) + line)
          .wrapped(toColumns: columns, hangingIndent: width)
      }
    }
    return lines
  }
}

/// Which part of a preview the cursor is about.
struct PreviewFocus {
  let label: String?

  init(_ form: DefinitionForm) {
    guard let field = form.field else {
      label = nil
      return
    }
    let tokens = field.path.pointer(form.language).tokens
    if tokens.first == "steps", tokens.count > 1, let position = Int(tokens[1]) {
      let step = form.draft.object["steps"]?[position]
      label =
        step?["label"]?.stringValue ?? step?["label"]?[form.store]?.stringValue
        ?? step?["id"]?.stringValue
    } else {
      label = field.label
    }
  }
}

extension SamplePreview.Part {
  var label: String {
    switch self {
    case .spans(let label, _), .words(let label, _): label
    }
  }

  /// Of a text that is longer at least the first `characters`.
  fileprivate func paragraphs(characters: Int) -> [Line] {
    switch self {
    case .spans(_, let spans): ScriptText.paragraphs(ScriptText.beginning(spans, characters))
    case .words(_, let words): [Line(words)]
    }
  }
}
