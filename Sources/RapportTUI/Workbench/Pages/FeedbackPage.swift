import RapportCore
import Terminal

/// What agents said of what they are shown, what waits for an answer first.
struct FeedbackPage: WorkbenchContent {
  func isKnown(_ facts: WorkbenchFacts) -> Bool { facts.knowsFeedback }

  let title = "Feedback"
  let nothing = "Nothing was said yet: f on the Desk gives feedback on what the cursor is on."
  let order = WorkbenchOrder(
    words: "what waits, newest first",
    reversed: "what waits last, oldest first"
  )
  let columns = [
    WorkbenchColumn("On", limit: 26, rank: 0), WorkbenchColumn("Waiting", rank: 1, .number),
    WorkbenchColumn("Said", limit: 44, rank: 2, .number), WorkbenchColumn("What", rank: 4),
    WorkbenchColumn("Last", rank: 3, .date),
  ]

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    let words = FeedbackWords(facts.definitions)
    return facts.feedback.map { group in
      let waiting = group.waiting.count
      let last = group.lines.map(\.at).max()
      return WorkbenchRow(
        key: group.key,
        cells: [
          Line(group.subject.map(words.name) ?? "Asked for", role: .text),
          waiting == 0 ? Line("none", role: .textDim) : Line("\(waiting)", role: .textStrong),
          Line(said(group, facts)), Line(group.subject?.definition?.noun ?? "", role: .textDim),
          Line(
            last.map { TimeWords.ago($0, now: facts.now, zone: facts.zone) } ?? "",
            role: .textDim
          ),
        ],
        words: group.lines.map { "\($0.by) \($0.reason ?? "")" }.joined(separator: " "),
        keys: [1: SortKey(waiting), 2: SortKey(group.lines.count), 4: SortKey(last)]
      )
    }
  }

  func detail(of key: RowKey, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    guard let group = facts.feedback.first(where: { $0.key == key }) else { return [] }
    let words = FeedbackWords(facts.definitions)
    var detail = DetailLines(columns: columns)
    let noun = group.subject?.definition?.noun
    detail.title(
      group.subject.map(words.name) ?? "Asked for",
      group.subject == nil
        ? "what the team does not have" : "\(noun ?? "something"): \(said(group, facts))"
    )
    for line in group.lines {
      detail.heading("\(words.agent(line.by)), \(facts.moment(line.at))")
      detail.add("Said", said(line, words), role: line.verdict == .not ? .near : .text)
      detail.add(line.on == nil ? "Wanted" : "Why", line.reason, role: .textStrong)
      if let version = line.on?.revision { detail.add("Version", "\(version)") }
      detail.add("Customer", line.customer?.rawValue ?? "nobody known", role: .textDim)
      detail.add("Seen", each: line.evidence, role: .why)
      if let answer = line.answer {
        detail.add("Answer", "\(words.agent(answer.by)): \(answer.text)", role: .statusOk)
      } else if line.waits {
        detail.add("Answer", "waits", role: .unknown)
      }
    }
    return detail.lines
  }

  /// Of a segment what its profile says too, else what was said in all.
  private func said(_ group: FeedbackGroup, _ facts: WorkbenchFacts) -> String {
    guard let reference = group.subject?.definition, reference.kind == .segment else {
      return group.counts
    }
    return facts.state(of: Segment.ID(reference.id))?.validation.said ?? group.counts
  }

  /// The verdict, and of what part.
  private func said(_ line: Feedback, _ words: FeedbackWords) -> String {
    let part = line.on.flatMap(words.part)
    return part.map { "\(line.verdict.words): \($0)" } ?? line.verdict.words
  }
}

extension WorkbenchFacts {
  /// `24 Nov 2026, 14:03`.
  func moment(_ instant: Instant) -> String {
    "\(wording.date(zone.date(instant))), \(zone.local(instant).clock)"
  }
}
