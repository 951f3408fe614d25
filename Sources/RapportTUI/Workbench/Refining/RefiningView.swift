import JSONLogic
import RapportCore
import Terminal

/// Draws what a change of segments would do, over the whole screen.
struct RefiningView {
  private static let labels = 14
  private static let widest = 116

  let app: App
  let screen: RefiningScreen

  func draw(_ canvas: inout Canvas, in area: Rect) -> Point {
    canvas.fill(area, role: .text)
    canvas.overlay(area, role: .text)
    let (head, body) = area.split(top: 1)
    canvas.fill(head, with: "─", role: .rule)
    let title = Line(" \(screen.title) ", role: .titleFocus)
    canvas.put([title.truncated(toColumns: max(0, head.width - 4))], in: head.inset(left: 2))
    let (above, text) = parts(of: body)
    canvas.put(news(columns: columns(in: above)), in: above)
    let (lines, cursor) = self.lines(columns: columns(in: text))
    let top = Self.top(screen, cursor: cursor, count: lines.count, height: text.height)
    canvas.put(lines.dropFirst(top), in: text)
    if top > 0 { canvas.put("▴", at: Point(x: area.maxX - 1, y: text.y), role: .scroll) }
    if top + text.height < lines.count {
      canvas.put("▾", at: Point(x: area.maxX - 1, y: text.maxY - 1), role: .scroll)
    }
    guard let cursor else { return text.origin }
    let place = Point(x: text.x, y: text.y + max(0, cursor - top))
    canvas.put("▌", at: place.offset(x: -1), role: .borderFocus)
    return place
  }

  /// So far the screen can be scrolled.
  func most(in area: Rect) -> Int {
    let (_, text) = parts(of: area.split(top: 1).1)
    let (lines, _) = lines(columns: columns(in: text))
    return max(0, lines.count - text.height)
  }

  /// What somebody changed meanwhile stays in sight, in a third of the room at most.
  private func parts(of body: Rect) -> (news: Rect, text: Rect) {
    let inside = body.inset(left: 1, right: 1)
    let rows = news(columns: columns(in: inside)).count
    let (news, text) = inside.split(top: min(rows, inside.height / 3))
    return (news, text)
  }

  private func columns(in area: Rect) -> Int { min(Self.widest, max(10, area.width - 1)) }

  private func news(columns: Int) -> [Line] {
    screen.news.flatMap { lines($0, columns: columns) }
  }

  private static func top(
    _ screen: RefiningScreen,
    cursor: Int?,
    count: Int,
    height: Int
  ) -> Int {
    let most = max(0, count - height)
    guard let cursor else { return min(screen.top, most) }
    return min(most, max(0, cursor - height / 2) + screen.top)
  }

  /// The lines, and the one that the cursor is on.
  private func lines(columns: Int) -> ([Line], Int?) {
    var lines = screen.notes.flatMap { self.lines($0, columns: columns) }
    var cursor: Int?
    if let refusal = screen.answer.refusal {
      lines +=
        Line("This cannot be saved: \(refusal)", role: .statusError)
        .wrapped(toColumns: columns) + [Line()]
    }
    if case .places = screen.subject { return places(lines, columns) }
    var choice = 0
    for line in screen.answer.lines {
      if line.manner == .choice {
        if choice == screen.index { cursor = lines.count }
        choice += 1
      }
      lines += self.lines(line, columns: columns)
    }
    if screen.isRunning { lines += [Line(), Line("counting", role: .progress)] }
    return (lines, cursor)
  }

  private func lines(_ line: RefiningLine, columns: Int) -> [Line] {
    switch line.manner {
    case .heading:
      let text = line.text.isEmpty ? "" : ": \(line.text)"
      return [Line()] + Line(line.label + text, role: .title).wrapped(toColumns: columns)
    case .plain, .choice, .warning:
      let role: Role =
        line.manner == .warning ? .statusWarning : line.manner == .choice ? .textStrong : .text
      let label =
        Terminal.Text.columns(of: line.label) < Self.labels
        ? pad(line.label, to: Self.labels) : "\(line.label) "
      return (Line(label, role: .label) + Line(line.text, role: role))
        .wrapped(toColumns: columns, hangingIndent: Self.labels)
    }
  }

  private func places(_ start: [Line], _ columns: Int) -> ([Line], Int?) {
    var lines = start
    var cursor: Int?
    if screen.answer.proposals.isEmpty {
      let words =
        screen.isRunning
        ? Line("counting", role: .progress)
        : Line(
          "All members have the same value, or none: choose another attribute.",
          role: .textDim
        )
      return (lines + [words], nil)
    }
    let facts = WorkbenchFacts(app, now: Instant(seconds: 0))
    let sentences = screen.answer.proposals.map { $0.cut.sides.map(facts.sentence(of:)) }
    let widest = sentences.joined().map { Terminal.Text.columns(of: $0) }.max() ?? 0
    lines += [
      Line("Customers, and their contacts and ratings of the last year", role: .label), Line(),
    ]
    for (position, proposal) in screen.answer.proposals.enumerated() {
      if position == screen.index { cursor = lines.count }
      for (sentence, side) in zip(sentences[position], proposal.sides) {
        let count = side.customers.map(WorkbenchFacts.number) ?? ""
        lines += Line([
          Span(pad(sentence, to: min(widest, columns / 2)), role: .textStrong),
          Span("  \(count)", role: side.customers == 0 ? .statusWarning : .text),
          Span("   \(side.words)", role: .textDim),
        ]).wrapped(toColumns: columns, hangingIndent: 4)
      }
      if proposal.unknown > 0 {
        let number = WorkbenchFacts.number(proposal.unknown)
        lines.append(Line("\(number) have no value: they stay not known", role: .near))
      }
      lines.append(Line())
    }
    return (lines, cursor)
  }
}

extension WorkbenchFacts {
  /// A rule of JSON as a sentence.
  func sentence(of rule: JSON) -> String {
    SegmentNames(definitions, wording: wording).sentence(rule)
  }
}
