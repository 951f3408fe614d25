import JSONLogic
import RapportCore
import Terminal

/// The segments, the strongest first.
struct SegmentsPage: WorkbenchContent {
  private static let bar = 8

  let title = "Segments"
  let nothing = "No segment yet: n makes one."
  let order = WorkbenchOrder(
    words: "priority, strongest first",
    reversed: "priority, weakest first",
    column: 2
  )
  let columns = [
    WorkbenchColumn("Segment", limit: 26, rank: 0), WorkbenchColumn("Status", rank: 6),
    WorkbenchColumn("Prio.", rank: 7, .number), WorkbenchColumn("Belong", rank: 1, .number),
    WorkbenchColumn("Share", rank: 3, .number), WorkbenchColumn("Not known", rank: 5, .number),
    WorkbenchColumn("Problems", rank: 3, .severity), WorkbenchColumn("Feedback", rank: 8, .number),
    WorkbenchColumn("Next step", rank: 1),
    WorkbenchColumn("Satisfied", limit: 22, rank: 2, .number),
    WorkbenchColumn("Trend", rank: 2, behind: 9),
  ]

  func heading(_ facts: WorkbenchFacts, columns: Int) -> [Line] {
    SpreadWords(facts).lines(columns: columns)
  }

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    facts.definitions.segments.map { row($0, facts) }
  }

  private func row(_ segment: Segment, _ facts: WorkbenchFacts) -> WorkbenchRow {
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    let waiting = facts.waitingFeedback(on: reference)
    let counts = segment.status == .retired ? nil : facts.size(of: segment.id)?.counts
    return WorkbenchRow(
      reference: reference,
      cells: [
        Line(segment.name), status(of: segment),
        Line(segment.broken == nil ? "\(segment.priority)" : "", role: .textDim),
        size(of: segment, facts), share(of: segment, facts), unknown(of: segment, facts),
        facts.problemCell(reference),
        waiting == 0 ? Line() : Line("\(waiting) wait", role: .near),
        facts.stepCell(segment), facts.satisfactionCell(segment.id),
        facts.trendCell(segment.id),
      ],
      words: words(segment, reference, waiting: waiting, facts),
      keys: [
        2: SortKey(segment.broken == nil ? segment.priority : nil), 3: SortKey(counts?.isIn),
        4: SortKey(counts?.isIn), 5: SortKey(counts?.unknown), 6: facts.problemKey(reference),
        7: SortKey(waiting), 9: SortKey(facts.satisfiedShare(segment.id)),
      ]
    )
  }

  private func status(of segment: Segment) -> Line {
    guard segment.broken == nil else { return Line("broken", role: .statusError) }
    return Line(segment.status.word, role: segment.status == .active ? .text : .textDim)
  }

  private func size(of segment: Segment, _ facts: WorkbenchFacts) -> Line {
    guard segment.status != .retired else { return Line("nobody", role: .textDim) }
    guard let counts = facts.size(of: segment.id)?.counts else { return facts.absence }
    return Line(WorkbenchFacts.number(counts.isIn), role: .textStrong)
  }

  private func share(of segment: Segment, _ facts: WorkbenchFacts) -> Line {
    guard segment.status != .retired, let counts = facts.size(of: segment.id)?.counts,
      let share = WorkbenchFacts.share(counts.isIn, of: counts.all)
    else { return Line() }
    let part = Double(counts.isIn) / Double(counts.all)
    return Bar.line(fraction: part, columns: Self.bar, glyphs: .unicode) + Line(" " + share)
  }

  private func unknown(of segment: Segment, _ facts: WorkbenchFacts) -> Line {
    guard segment.status != .retired, let counts = facts.size(of: segment.id)?.counts,
      let share = WorkbenchFacts.share(counts.unknown, of: counts.all)
    else { return Line() }
    guard counts.unknown > 0 else { return Line("none", role: .textDim) }
    return Line(share, role: .unknown)
  }

  /// What `/` finds besides what is in the row.
  private func words(
    _ segment: Segment,
    _ reference: DefinitionReference,
    waiting: Int,
    _ facts: WorkbenchFacts
  ) -> String {
    var words = [
      segment.id.rawValue, segment.status.word, segment.summary ?? "",
      segment.goal?.text ?? "no goal",
    ]
    words += segment.needs + segment.preferences + segment.behaviors
    words.append(segment.owner ?? "no owner")
    words.append(facts.toneWords(of: segment))
    words += segment.services.map(facts.name(of:))
    if !facts.problems(of: reference).isEmpty { words.append("problem problems") }
    if waiting > 0 { words.append("feedback waits for an answer") }
    return words.joined(separator: " ")
  }
}

extension Segment.Status {
  var word: String { rawValue }
}

extension StoreSettings.Goal {
  /// `Keep them: retention 0.95 by 30 Jun 2027`.
  func words(_ wording: Wording) -> String {
    let measure = [
      metric.map(MetricWords.text), target.map { NumberWords.words($0) },
      by.map { "by \(wording.date($0))" },
    ].compactMap(\.self).joined(separator: " ")
    return measure.isEmpty ? text : "\(text) Measured by: \(measure)"
  }
}
