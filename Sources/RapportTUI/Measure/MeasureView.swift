import RapportCore
import Terminal

/// Draws this week, line by line: what it is about, and what there is to say.
struct MeasureView {
  private static let topic = 11
  /// The widest that sentences get.
  private static let widest = 110
  /// The rows of a line that the cursor is not on; its figures are in the first.
  private static let most = 2
  /// From so many columns there is room for what a line is about.
  private static let twoPanes = 160

  let app: App
  let now: Instant

  private var measure: Measure { app.measure }

  /// Returns where the cursor is.
  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    let (head, whole) = area.split(top: 2)
    let words = heading.wrapped(toColumns: max(1, head.width - 2))
    canvas.put(words, in: head.inset(left: 1, right: 1))
    let (body, beside) = Self.panes(of: whole)
    guard !measure.lines.isEmpty else {
      canvas.put([Line("reading ...", role: .progress)], in: body.inset(left: 1, right: 1))
      return body.origin.offset(x: 1)
    }
    if let beside { draw(&canvas, beside: beside) }
    let rows = rows(columns: body.width)
    let top = min(measure.top, max(0, rows.count - body.height))
    var cursor = body.origin.offset(x: 1)
    for (position, row) in rows.enumerated().dropFirst(top).prefix(body.height) {
      let place = body.row(position - top)
      canvas.put(row.line, at: place.origin.offset(x: 1), clip: place)
      guard row.index == measure.index else { continue }
      canvas.overlay(place, role: .selection)
      canvas.put("▌", at: place.origin, role: .borderFocus)
      if position == 0 || rows[position - 1].index != row.index {
        cursor = place.origin.offset(x: 1)
      }
    }
    if top > 0 { canvas.put("▴", at: Point(x: body.maxX - 1, y: body.y), role: .scroll) }
    if top + body.height < rows.count {
      canvas.put("▾", at: Point(x: body.maxX - 1, y: body.maxY - 1), role: .scroll)
    }
    return cursor
  }

  /// The first row on the screen, so that all rows of a line are on it.
  func top(showing index: Int) -> Int {
    guard let area = app.bodyArea else { return 0 }
    let rows = rows(columns: Self.panes(of: area).list.width)
    let height = max(1, area.height - 2)
    guard let first = rows.firstIndex(where: { $0.index == index }),
      let last = rows.lastIndex(where: { $0.index == index })
    else { return 0 }
    return min(first, max(measure.top, last + 1 - height))
  }

  private var heading: Line {
    let title = Line("This week", role: .title)
    guard let facts = measure.facts, let review = measure.review else { return title }
    let wording = app.knowledge.wording(language: app.knowledge.language, zone: app.zone, now: now)
    let days =
      "\(wording.date(facts.zone.date(facts.start))) to \(wording.date(facts.today))"
    let due = review.dueWords
    return title + Line("  \(days)   ", role: .textDim)
      + Line(due, role: review.due == 0 ? .textDim : .statusWarning)
  }

  private func rows(columns: Int) -> [(index: Int, line: Line)] {
    var topic: WeekReview.Topic?
    return measure.lines.enumerated().flatMap { index, line -> [(index: Int, line: Line)] in
      let name = line.topic == topic ? "" : line.topic.title
      topic = line.topic
      let label = Line(pad(name, to: Self.topic), role: .label)
      let words = Line(line.words, role: line.isDue ? .text : .textDim)
      let room = min(Self.widest, columns - 3)
      let rows = (label + words).wrapped(toColumns: room, hangingIndent: Self.topic)
      guard index != measure.index, rows.count > Self.most else { return rows.map { (index, $0) } }
      let last =
        rows[Self.most - 1].truncated(toColumns: room - 1, ellipsis: "") + Line("…", role: .textDim)
      return (rows.prefix(Self.most - 1) + [last]).map { (index, $0) }
    }
  }

  private static func panes(of area: Rect) -> (list: Rect, beside: Rect?) {
    guard area.width >= twoPanes else { return (area, nil) }
    let (list, beside) = area.split(left: area.width * 11 / 20)
    return (list, beside)
  }

  private func draw(_ canvas: inout Canvas, beside area: Rect) {
    for y in area.y..<area.maxY { canvas.put("│", at: Point(x: area.x, y: y), role: .border) }
    let text = area.inset(left: 2, right: 1)
    let lines = ReviewPlaceLines(app, now: now, columns: text.width).lines
    canvas.put(lines, in: text)
    guard lines.count > text.height else { return }
    canvas.put("▾", at: Point(x: area.maxX - 1, y: area.maxY - 1), role: .scroll)
  }

  /// What stands above the hints while nothing happened.
  var status: Line {
    if measure.isReading { return Line("reading ...", role: .progress) }
    guard let facts = measure.facts else { return Line() }
    let ago = TimeWords.ago(facts.now, now: now, zone: app.zone)
    return Line("read \(ago); r reads it again", role: .status)
  }
}
