import RapportCore
import Terminal

extension App {
  /// Draws the whole screen; total for every size.
  func view(size: Size, now: Instant) -> Frame {
    var canvas = Canvas(size: size)
    guard size.columns >= Self.least.columns, size.rows >= Self.least.rows else {
      return tooSmall(canvas)
    }
    drawHeader(&canvas)
    let (body, foot) = Rect(size).inset(top: 1).split(top: size.rows - 3)
    var cursor: Point?
    switch view {
    case .find: cursor = FindView(app: self, now: now).draw(&canvas, in: body)
    case .desk: cursor = DeskView(app: self, now: now).draw(&canvas, in: body)
    case .workbench:
      cursor =
        WorkbenchScreenView(app: self, now: now)?.draw(&canvas, in: body)
        ?? WorkbenchView(app: self, now: now).draw(&canvas)
    case .measure: cursor = MeasureView(app: self, now: now).draw(&canvas, in: body)
    }
    drawStatus(&canvas, in: foot.row(0), now: now)
    drawHints(&canvas, in: foot.row(1))
    for layer in layers { cursor = draw(layer, on: &canvas, in: body, now: now) ?? cursor }
    return Frame(canvas: canvas, cursor: cursor ?? .zero, title: title)
  }

  /// Where a view is drawn; nil on a screen that is too small for one.
  var bodyArea: Rect? {
    guard size.columns >= Self.least.columns, size.rows >= Self.least.rows else { return nil }
    let (body, _) = Rect(size).inset(top: 1).split(top: size.rows - 3)
    return body
  }

  /// Of the window; others see it, in task bars and shared screens, so it names no customer.
  private var title: String { Terminal.Text.sanitised("rapport · \(knowledge.settings.name)") }

  private func tooSmall(_ canvas: Canvas) -> Frame {
    var canvas = canvas
    let need = "rapport needs \(Self.least), this is \(canvas.size)"
    let lines = Line(need).wrapped(toColumns: canvas.size.columns)
    canvas.put(lines, in: canvas.bounds)
    return Frame(canvas: canvas, cursor: canvas.size.isEmpty ? nil : .zero, title: "rapport")
  }

  private func drawHeader(_ canvas: inout Canvas) {
    let area = canvas.bounds.row(0)
    canvas.fill(area, role: .header)
    var x = canvas.put(" rapport ", at: area.origin, role: .header)
    for id in ViewID.allCases {
      let key = ActionTable[id.action]?.keyNames ?? ""
      let role: Role = id == view ? .headerViewActive : .headerView
      x = canvas.put(" \(key) \(id.title) ", at: Point(x: x + 1, y: 0), role: role)
    }
    let detail = Line("\(knowledge.settings.name) · \(agent.id) ", role: .headerDetail)
      .truncated(toColumns: max(0, area.width - x - 1))
    canvas.put(detail, at: Point(x: area.maxX - detail.columns, y: 0))
  }

  private func drawStatus(_ canvas: inout Canvas, in area: Rect, now: Instant) {
    if let toast, toast.until.map({ $0 > now }) ?? true {
      let line =
        Line([Span(toast.kind.mark, role: toast.kind.role)])
        + Line(toast.text, role: toast.kind.role)
      canvas.put([Line(" ") + line], in: area)
      return
    }
    let line =
      if let form = definitionForm {
        DefinitionFormView(app: self, form: form).status
      } else {
        switch view {
        case .find: FindView(app: self, now: now).status
        case .desk: DeskView(app: self, now: now).status
        case .workbench: WorkbenchView(app: self, now: now).status
        case .measure: MeasureView(app: self, now: now).status
        }
      }
    canvas.put([Line(" ") + line], in: area)
  }

  /// The hints that fit, in the order of their use, and how to see the rest.
  var hints: [Action] {
    let actions = ActionTable.actions(in: context).filter { action in
      action.hint != nil && action.availability(self) == .yes
        && !action.keys(in: context).isEmpty
    }
    var keys: Set<KeyChord> = []
    let sorted = actions.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return sorted.map(\.element).filter { action in
      action.id == .help || action.keys(in: context).first.map { keys.insert($0).inserted } ?? false
    }
  }

  private func drawHints(_ canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, role: .hint)
    var actions = hints
    let help = actions.firstIndex { $0.id == .help }.map { actions.remove(at: $0) }
    var tail = help.map { hint($0) } ?? Line()
    // A new caller comes at any moment.
    if area.width >= 80, view == .desk, let new = actions.firstIndex(where: { $0.id == .newCaller })
    {
      tail = hint(actions.remove(at: new)) + Line("  ", role: .hint) + tail
    }
    var room = area.width - tail.columns - 1
    var line = Line(" ", role: .hint)
    for action in actions {
      let next = hint(action) + Line("  ", role: .hint)
      guard next.columns < room else { break }
      room -= next.columns
      line += next
    }
    canvas.put(line, at: area.origin, clip: area)
    canvas.put(tail, at: Point(x: area.maxX - tail.columns - 1, y: area.y), clip: area)
  }

  private func hint(_ action: Action) -> Line {
    let keys = action.keys(in: context)
    let key = KeyTable.range(keys) ?? keys.first?.description ?? ""
    return Line([Span(key, role: .hintKey), Span(" \(action.hint ?? "")", role: .hintText)])
  }
}

extension Toast.Kind {
  var role: Role {
    switch self {
    case .ok: .statusOk
    case .info: .status
    case .warning: .statusWarning
    case .error: .statusError
    }
  }

  /// Before the text, so that colour is not the only sign.
  var mark: String {
    switch self {
    case .ok, .info: ""
    case .warning: "not now: "
    case .error: "error: "
    }
  }
}
