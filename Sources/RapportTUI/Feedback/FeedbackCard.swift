import RapportCore
import Terminal

/// An answer in full, with what it answers.
struct FeedbackCard: Sendable {
  var line: Feedback
  /// Lines scrolled away.
  private(set) var top = 0

  init(_ line: Feedback) { self.line = line }

  mutating func move(by distance: Int, most: Int) { top = min(max(0, top + distance), most) }
}

extension App {
  /// Lines of a card that do not fit on the screen.
  func overflow(of card: FeedbackCard) -> Int {
    let lines = lines(of: card.line, columns: min(size.columns - 4, 72) - 4)
    return max(0, lines.count - max(0, size.rows - 7))
  }

  func draw(_ card: FeedbackCard, on canvas: inout Canvas, in area: Rect) -> Point {
    let width = min(area.width - 4, 72)
    let lines = lines(of: card.line, columns: width - 4)
    let height = min(area.height - 2, lines.count + 2)
    let title = "Answer to your feedback"
    let inside = box(title, Size(columns: width, rows: height), on: &canvas, in: area)
    let top = min(card.top, max(0, lines.count - inside.height))
    canvas.put(Array(lines.dropFirst(top)), in: inside)
    if top > 0 { canvas.put("▴", at: Point(x: inside.maxX, y: inside.y), role: .scroll) }
    if top + inside.height < lines.count {
      canvas.put("▾", at: Point(x: inside.maxX, y: inside.maxY - 1), role: .scroll)
    }
    return inside.origin
  }

  private func lines(of line: Feedback, columns: Int) -> [Line] {
    var detail = DetailLines(columns: columns)
    detail.add("On", feedbackWords.subject(line.on), role: .textStrong)
    let said = line.on == nil ? "" : line.verdict.words
    let own = [said, line.reason.map { "“\($0)”" } ?? ""].filter { !$0.isEmpty }
    detail.add("You", own.joined(separator: ": "))
    detail.add("Said", day(line.at))
    detail.blank()
    if let answer = line.answer {
      detail.add("Answer", answer.text, role: .textStrong)
      detail.add("By", "\(feedbackWords.agent(answer.by)), \(day(answer.at))")
    }
    return detail.lines
  }

  private func day(_ moment: Instant) -> String {
    let wording = knowledge.wording(language: knowledge.language, zone: zone, now: moment)
    return "\(wording.date(zone.date(moment))), \(zone.local(moment).clock)"
  }
}
