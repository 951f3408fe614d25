import RapportCore
import Terminal

/// Draws the workbench: the pages, the list of one, and the row that the cursor is on in full.
struct WorkbenchView {
  let app: App
  let now: Instant

  private var workbench: Workbench { app.workbench }
  private var content: any WorkbenchContent { workbench.page.content }

  /// Returns where the cursor is.
  func draw(_ canvas: inout Canvas) -> Point {
    let rows = app.workbenchRows(now: now)
    let layout = WorkbenchLayout(app, now: now)
    let cursor = drawHead(&canvas, layout, count: rows.count)
    guard app.listIsBeside else {
      let place =
        workbench.isOpen
        ? drawDetail(&canvas, in: layout.detail) : drawList(rows, &canvas, in: layout.list)
      return cursor ?? place
    }
    let inList = drawList(rows, &canvas, in: layout.list)
    let right = layout.detail
    for y in right.y..<right.maxY { canvas.put("│", at: Point(x: right.x, y: y), role: .border) }
    let inDetail = drawDetail(&canvas, in: right.inset(left: 1))
    if let below = layout.below {
      ProfileView(app: app, now: now)?.drawBeside(&canvas, in: below)
    }
    return cursor ?? (workbench.isOpen ? inDetail : inList)
  }

  // MARK: - Head

  /// The pages and the filter; returns the cursor where it is in the filter.
  private func drawHead(
    _ canvas: inout Canvas,
    _ layout: WorkbenchLayout,
    count: Int
  ) -> Point? {
    let area = layout.head
    var x = area.x + 1
    for page in WorkbenchPage.allCases {
      let isShown = page == workbench.page
      let title = isShown ? "[\(page.title)]" : " \(page.title) "
      let role: Role = isShown ? .tabActive : .tab
      x = canvas.put(title, at: Point(x: x, y: area.y), role: role, clip: area)
    }
    let all = content.rows(WorkbenchFacts(app, now: now)).count
    let words = count == all ? "\(all)" : "\(count) of \(all)"
    let counted = Line(words, role: .listCount)
    let end = Point(x: area.maxX - counted.columns - 1, y: area.y)
    if end.x > x { canvas.put(counted, at: end, clip: area) }
    let field = workbench.place.filter
    guard app.listIsShown else { return nil }
    canvas.put([Line(app.sortingWords, role: .textDim)], in: layout.order)
    var row = area.row(1)
    if layout.order.y == row.y { row = row.inset(right: layout.order.width + 3) }
    let isFiltering = workbench.isFiltering && !app.listsMembers
    guard isFiltering || !field.isEmpty else {
      canvas.put(layout.heading, in: area.inset(top: 1, left: 1, right: 1))
      return nil
    }
    canvas.put(" / ", at: row.origin, role: .inputPrompt, clip: row)
    let place = row.inset(left: 3, right: 1)
    let (text, cursor) = field.visible(columns: place.width)
    let shown =
      field.isEmpty
      ? Line("type to filter", role: .inputPlaceholder) : Line(text, role: .input)
    canvas.put([shown], in: place)
    guard isFiltering else { return nil }
    return Point(x: place.x + min(cursor, max(0, place.width - 1)), y: place.y)
  }

  // MARK: - List

  private func drawList(_ rows: [WorkbenchRow], _ canvas: inout Canvas, in area: Rect) -> Point {
    let (head, body) = area.split(top: 1)
    let table = WorkbenchTable(
      content.columns,
      rows: rows,
      width: area.width - 2,
      sorting: workbench.place.sorting
    )
    if !rows.isEmpty {
      canvas.put([table.heading], in: head.inset(left: 1))
    }
    let index = app.workbenchIndex(in: rows)
    let list = ListView(
      count: rows.count,
      state: ListState(selection: index, offset: workbench.place.top),
      isFocused: !workbench.isOpen || !app.workbenchIsWide,
      glyphs: .unicode,
      empty: emptyLines
    )
    return list.draw(into: &canvas, body) { index, _ in table.line(rows[index]) } ?? body.origin
  }

  private var emptyLines: [Line] {
    let filter = workbench.place.filter.text
    guard filter.nonBlank == nil else {
      return [Line("Nothing here matches “\(filter)”; Esc shows all.", role: .textDim)]
    }
    guard content.isKnown(WorkbenchFacts(app, now: now)) else {
      return [Line("looking ...", role: .progress)]
    }
    return [Line(content.nothing, role: .textDim)]
  }

  // MARK: - Detail

  /// The row that the cursor is on, as it is drawn.
  var detailLines: [Line] {
    guard let key = app.selectedRow(now: now) else { return [] }
    let facts = WorkbenchFacts(app, now: now)
    return content.detail(of: key, facts, columns: min(100, WorkbenchLayout.detailWidth(app) - 3))
  }

  private func drawDetail(_ canvas: inout Canvas, in area: Rect) -> Point {
    if let profile = ProfileView(app: app, now: now) { return profile.draw(&canvas, in: area) }
    let lines = detailLines
    let top = min(workbench.scrolled, max(0, lines.count - area.height))
    canvas.put(lines.dropFirst(top), in: area.inset(left: 1, right: 1))
    if top > 0 { canvas.put("▴", at: Point(x: area.maxX - 1, y: area.y), role: .scroll) }
    if top + area.height < lines.count {
      canvas.put("▾", at: Point(x: area.maxX - 1, y: area.maxY - 1), role: .scroll)
    }
    return area.origin.offset(x: 1)
  }

  /// What stands above the hints while nothing happened.
  var status: Line {
    let overview = workbench.statistics.overview
    if overview.state == .running, overview.value != nil {
      return Line("counting again; the sizes are those of a moment ago", role: .progress)
    }
    if let edit = app.edits.first {
      let name = app.title(of: edit.reference, edit.object)
      let more = app.edits.count > 1 ? " and \(app.edits.count - 1) more" : ""
      let way = edit.base == nil ? "\(app.wayBack(to: edit)) goes on" : "e on it goes on"
      return Line("not saved: \(edit.reference.noun) \(name)\(more); \(way)", role: .near)
    }
    if app.refining == nil, let draft = app.refinings.first {
      let more = app.refinings.count > 1 ? " and \(app.refinings.count - 1) more" : ""
      return Line(
        "not saved: \(app.words(of: draft))\(more); \(draft.work.key) goes on",
        role: .near
      )
    }
    guard let problems = workbench.problems else { return Line("checking", role: .progress) }
    let found = problems.values.joined()
    guard let gravest = found.map(\.severity).max() else {
      return Line("no problems in the store", role: .status)
    }
    let words = [Problem.Severity.error, .warning, .hint].compactMap { severity in
      let count = found.count { $0.severity == severity }
      return count > 0 ? TimeWords.plural(count, severity.rawValue) : nil
    }
    return Line(
      "\(words.joined(separator: ", ")) in the store",
      role: gravest == .error ? .statusError : .status
    )
  }
}
