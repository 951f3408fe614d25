import RapportCore
import Terminal

/// Draws Find.
struct FindView {
  let app: App
  let now: Instant

  var find: Find { app.find }

  /// Draws the field, the rows and on wide screens a card; returns where the cursor is.
  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    let (top, rest) = area.split(top: 1)
    let cursor = drawField(&canvas, in: top)
    var list = rest.inset(top: 1)
    if area.width >= 110, selectedCustomer != nil {
      let (left, right) = list.split(right: min(56, area.width * 2 / 5))
      list = left.inset(right: 1)
      for y in right.y..<right.maxY { canvas.put("│", at: Point(x: right.x, y: y), role: .border) }
      canvas.put(card(columns: right.width - 3), in: right.inset(left: 2))
    }
    let rows = app.findRows
    if rows.isEmpty {
      canvas.put(emptyLines(columns: list.width), in: list)
    } else {
      drawRows(rows, &canvas, in: list)
    }
    return cursor
  }

  private func drawField(_ canvas: inout Canvas, in area: Rect) -> Point {
    let count = Line(countWords, role: .listCount)
    canvas.put(count, at: Point(x: area.maxX - count.columns - 1, y: area.y))
    let field = area.inset(left: 3, right: count.columns + 3)
    canvas.put(" > ", at: area.origin, role: .inputPrompt)
    let (text, cursor) = find.field.visible(columns: field.width)
    if find.field.isEmpty {
      canvas.put(
        "name, e-mail, phone, number, company",
        at: field.origin,
        role: .inputPlaceholder,
        clip: field
      )
    } else {
      canvas.put(text, at: field.origin, role: .input, clip: field)
    }
    return Point(x: field.x + min(cursor, max(0, field.width - 1)), y: area.y)
  }

  /// `4 of 2,000 customers`, or how far the reading is.
  private var countWords: String {
    guard let census = find.census else { return "" }
    let base = "\(Count.text(census.total)) customers"
    guard let result = find.result, !find.field.isEmpty else {
      guard !census.isComplete else { return base }
      return "\(Count.text(census.searched)) of \(base) read"
    }
    let isOneLess = result.hits.contains { $0.id == app.movedFrom }
    let count = Count.text(result.count - (isOneLess ? 1 : 0))
    guard !result.isComplete else { return "\(count) of \(base)" }
    guard result.searched < result.total else { return "\(count) of \(base), without errors yet" }
    return "\(count), searched \(Count.text(result.searched)) of \(Count.text(result.total)) so far"
  }

  /// The line above the hints.
  var status: Line {
    if let contact = find.moving, let tab = app.desk[contact] {
      let words = "Who is it, instead of \(tab.shortTitle)? Enter moves the contact, Esc leaves it"
      return Line(words, role: .ask)
    }
    if let since = find.pendingSince,
      now.milliseconds - since.milliseconds >= Find.patience
    {
      let opens = find.opensOnlyHit ? "; opens if it is one person only" : ""
      return Line("searching\(opens)", role: .progress)
    }
    if let question = app.narrowingQuestion, let count = find.result?.count {
      return Line("\(Count.text(count)) people: ask for the \(question)", role: .ask)
    }
    guard let census = find.census else { return Line() }
    if census.damaged > 0 {
      let lines = TimeWords.plural(census.damaged, "damaged line")
      return Line("\(lines) in customers.jsonl: rapport check names them", role: .statusWarning)
    }
    let parts = [
      (app.desk.started.count, "contact", "without outcome"),
      (app.callers.count { $0.id != app.callerForm?.caller.id }, "new caller", "not saved yet"),
      (app.find.agenda.followUps.count, "follow-up", "due"),
      (app.unreadAnswers.count, "answer", "to your feedback"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\(TimeWords.plural($0.0, $0.1)) \($0.2)" }
    return Line(words.joined(separator: " · "), role: .status)
  }

  private func emptyLines(columns: Int) -> [Line] {
    guard find.field.isEmpty else {
      guard let result = find.result, !find.isPending else { return [] }
      let query = find.query.trimmed
      let left = result.total - result.searched
      let why =
        result.isComplete
        ? "Nobody\(result.hits.isEmpty ? "" : " else") matches “\(query)”."
        : left > 0
          ? "Nobody yet: \(Count.text(left)) customers are still being read."
          : "Nobody yet as typed: who is like it can be found in a moment."
      let what = [
        "", "Try fewer letters, another spelling, or what else they know:",
        "a phone number, an e-mail, a postcode, an order or customer number.", "",
        "Ctrl-N notes a new caller, or goes on without a record.",
      ]
      return ([why] + what).flatMap { Line(" \($0)", role: .text).wrapped(toColumns: columns) }
    }
    return Self.welcome.flatMap { line in
      (Line(" ") + line).wrapped(toColumns: columns, hangingIndent: 1)
    }
  }

  private static let welcome: [Line] = {
    func example(_ query: String, _ finds: String) -> Line {
      Line([Span(pad(query, to: 14), role: .match), Span(finds, role: .textDim)])
    }
    return [
      Line(
        "Type what the caller gives: a name, part of an e-mail, the end of a phone number, a "
          + "company, a customer number, a place. Every word narrows the list.",
        role: .textDim
      ),
      Line(), example("mul berlin", "a name and a place, as far as you heard them"),
      example("4471", "whose phone number ends so"),
      example("kiefer zoe", "a company, and who it may be there"),
      Line(), Line("Ctrl-N notes a new caller, or goes on without a record.", role: .textDim),
    ]
  }()

  private func drawRows(_ rows: [Find.Row], _ canvas: inout Canvas, in area: Rect) {
    let selected = find.index(in: rows)
    let columns = FindColumns(width: area.width - 1)
    let page = area.height
    let top = max(0, min(find.top, rows.count - page))
    for (index, row) in rows.enumerated().dropFirst(top).prefix(page) {
      let place = area.row(index - top)
      let line = FindRowView(find: self, row: row, columns: columns).line
      canvas.put(line, at: place.origin.offset(x: 1), clip: place)
      if find.isPending { canvas.restyle(place, role: .textDim) }
      guard index == selected else { continue }
      canvas.overlay(place, role: find.isPending ? .selectionInactive : .selection)
      canvas.put("▌", at: place.origin, role: .borderFocus)
    }
    if top > 0 { canvas.put("▴", at: Point(x: area.maxX - 1, y: area.y), role: .scroll) }
    if top + page < rows.count {
      canvas.put("▾", at: Point(x: area.maxX - 1, y: area.maxY - 1), role: .scroll)
    }
  }

  var selectedCustomer: Customer? {
    let rows = app.findRows
    return rows.isEmpty ? nil : app.customer(of: rows[find.index(in: rows)])
  }

  /// What the Desk would say of the selected customer, in short.
  private func card(columns: Int) -> [Line] {
    guard let customer = selectedCustomer else { return [] }
    let summary = find.summaries[customer.id]
    let facts = CustomerPresentation(customer, account: summary?.account)
    var lines = [Line(facts.title, role: .customerName)]
    func detail(_ label: String, _ text: String?) {
      guard let text else { return }
      let line = Line([Span(pad(label, to: 9), role: .label), Span(text, role: .text)])
      lines += line.wrapped(toColumns: columns, hangingIndent: 9).prefix(3)
    }
    detail("", nil)
    detail("Number", customer.id.rawValue)
    detail("Company", facts.company)
    detail("E-mail", facts.emails.first)
    detail("Phone", facts.phones.first)
    detail("Place", facts.place)
    detail("Language", facts.language.map(LanguageName.text))
    detail("Note", facts.note)
    guard let summary else { return lines }
    if let last = summary.lastContact { detail("Last", app.words(last, now: now)) }
    lines.append(Line())
    for membership in summary.memberships where membership.answer == .in {
      lines.append(Line(membership.name, role: .badgeSegment))
      lines += Line("  " + membership.why, role: .why).wrapped(toColumns: columns, hangingIndent: 2)
    }
    let unknown = summary.memberships.filter { $0.answer == .unknown }.map(\.name)
    if !unknown.isEmpty {
      let text = "Not known yet: \(unknown.joined(separator: ", "))"
      lines += Line(text, role: .unknown).wrapped(toColumns: columns, hangingIndent: 2)
    }
    return lines
  }
}

/// A text padded with spaces at its end.
func pad(_ text: String, to columns: Int) -> String {
  text + String(repeating: " ", count: max(0, columns - Terminal.Text.columns(of: text)))
}
