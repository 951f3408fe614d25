import JSONLogic
import RapportCore
import Terminal

/// What a rule would do to its segment, in lines that say the most important first.
struct RulePreviewLines {
  let app: App
  let editor: RuleEditor
  let words: RuleRowWords

  private var outcome: RuleOutcome? { editor.outcome }

  func lines(columns: Int, rows: Int) -> [Line] {
    // What was counted of the rule before must not stand beside the new one.
    guard let outcome, outcome.generation == editor.generation else {
      return [Line("counting", role: .progress)]
    }
    var lines = sizeLines(outcome, columns: columns)
    lines += pinLines(outcome, columns: columns)
    lines += problemLines(columns: columns)
    let shared = otherLines(outcome, columns: columns) + sharedLines(outcome, columns: columns)
    let people = peopleLines(
      outcome,
      columns: columns,
      rows: max(2, rows - lines.count - shared.count)
    )
    return lines + people + shared
  }

  /// `12,840 customers (was 11,902) · 31 not known · 938 join, 0 leave`.
  private func sizeLines(_ outcome: RuleOutcome, columns: Int) -> [Line] {
    if let failure = outcome.failure {
      return Line("cannot be counted: \(failure)", role: .statusWarning)
        .wrapped(toColumns: columns)
    }
    guard let difference = outcome.preview?.difference else {
      return [Line("counting", role: .progress)]
    }
    let after = difference.after
    let was =
      difference.before.isIn == after.isIn ? "" : " (was \(Count.text(difference.before.isIn)))"
    var spans = [
      Span(TimeWords.plural(after.isIn, "customer") + was, role: .textStrong),
      Span(
        " · \(Count.text(after.unknown)) not known",
        role: after.unknown > 0 ? .unknown : .textDim
      ),
    ]
    if after.broken > 0 {
      spans.append(Span(" · fails for \(Count.text(after.broken))", role: .statusError))
    }
    if editor.isChanged {
      let moves = "\(Count.text(difference.joining)) join, \(Count.text(difference.leaving)) leave"
      spans.append(Span(" · \(moves)", role: .text))
    }
    let line = Line(spans)
    let right = Line(Self.time(outcome.microseconds), role: .textDim)
    if line.columns + right.columns + 2 <= columns {
      return [line.padded(toColumns: columns - right.columns) + right]
        + warning(difference, columns: columns)
    }
    return line.wrapped(toColumns: columns) + warning(difference, columns: columns)
  }

  private static func time(_ microseconds: Int) -> String {
    "\(NumberWords.words(Double(microseconds) / 1000, fraction: 1)) ms"
  }

  private func warning(_ difference: SegmentDifference, columns: Int) -> [Line] {
    let doubt = SizeDoubt(difference.after, app.knowledge.definitions.settings)
    guard let doubt else { return [] }
    return Line(doubt.words, role: .statusWarning).wrapped(toColumns: columns, hangingIndent: 2)
  }

  /// `must belong: 5 of 6` and who would not.
  private func pinLines(_ outcome: RuleOutcome, columns: Int) -> [Line] {
    guard !outcome.pins.isEmpty else { return [] }
    let broken = outcome.pins.filter { !$0.holds }
    let kept = outcome.pins.count - broken.count
    let role: Role = broken.isEmpty ? .textDim : .statusWarning
    var lines = [
      Line("pinned customers: \(kept) of \(outcome.pins.count) stay as they must", role: role)
    ]
    let before = Set((app.definitionForm?.outcome?.pinsBrokenBefore ?? []).map(\.customer))
    for pin in broken.prefix(3) {
      let already = before.contains(pin.person.id) ? "  wrong already" : ""
      let must = pin.mustBelong ? "must belong" : "must not belong"
      lines += Line([
        Span("\(must) ", role: .statusWarning),
        Span(pin.person.name ?? pin.person.id.rawValue, role: .customerName),
        Span("  \(pin.person.because)", role: .why), Span(already, role: .textDim),
      ]).wrapped(toColumns: columns, hangingIndent: 2)
    }
    return lines
  }

  private func problemLines(columns: Int) -> [Line] {
    let found = app.definitionForm?.outcome?.problems.filter { $0.severity > .hint } ?? []
    return found.prefix(2).flatMap { problem in
      Line("\(problem.severity.rawValue): \(problem.sentence)", role: problem.severity.role)
        .wrapped(toColumns: columns, hangingIndent: 2).prefix(2)
    }
  }

  /// Half of the room for each, or more for the one where the other needs less.
  private func peopleLines(_ outcome: RuleOutcome, columns: Int, rows: Int) -> [Line] {
    guard editor.isChanged else { return [] }
    let (joiners, leavers) = (outcome.joiners, outcome.leavers)
    let fewLeavers = min(leavers.count, max(rows / 2, rows - joiners.count))
    let fewJoiners = min(joiners.count, rows - fewLeavers)
    let difference = outcome.preview?.difference
    return people(joiners.prefix(fewJoiners), "joins", columns, of: difference?.joining)
      + people(leavers.prefix(fewLeavers), "leaves", columns, of: difference?.leaving)
  }

  /// Where there are more than fit, how many more takes the place of the last one.
  private func people(
    _ people: some Collection<RuleOutcome.Person>,
    _ verb: String,
    _ columns: Int,
    of all: Int?
  ) -> [Line] {
    let more = (all ?? 0) - people.count
    let shown = more > 0 && people.count > 1 ? people.count - 1 : people.count
    let rest = (all ?? 0) - shown
    let ids = people.prefix(shown).map { Terminal.Text.columns(of: $0.id.rawValue) }.max() ?? 0
    return people.prefix(shown).map { person in
      Line([
        Span(pad(verb, to: 7), role: .label),
        Span(pad(person.id.rawValue, to: max(10, ids + 1)), role: .textDim),
        Span(person.name ?? "", role: .customerName),
        Span((person.name == nil ? "" : "  ") + person.because, role: .why),
      ]).truncated(toColumns: columns)
    }
      + (shown < people.count
        ? [Line(pad("", to: 7) + "and \(Count.text(rest)) more", role: .textDim)] : [])
  }

  /// Segments whose rules ask for this one: `Key accounts: 0 join, 3 leave: 12 (was 15)`.
  private func otherLines(_ outcome: RuleOutcome, columns: Int) -> [Line] {
    let others = outcome.preview?.others ?? []
    return others.prefix(2).map { part in
      let name = app.knowledge.segmentName(part.id)
      return Line([
        Span("asks for it: \(name): ", role: .label),
        Span(part.difference.words, role: .statusWarning),
      ]).truncated(toColumns: columns)
    }
  }

  /// `shares 61 % with Mobile-first, 4 % with Key accounts`.
  private func sharedLines(_ outcome: RuleOutcome, columns: Int) -> [Line] {
    guard let preview = outcome.preview, preview.difference.after.isIn > 0 else { return [] }
    let all = preview.difference.after.isIn
    let parts = preview.shared.prefix(4).map { shared -> String in
      let percent = Double(shared.count) / Double(all) * 100
      let share = percent < 1 ? "under 1" : NumberWords.words(percent, fraction: 0)
      return "\(share) % with \(app.knowledge.segmentName(shared.segment))"
    }
    guard !parts.isEmpty else { return [] }
    return Array(
      Line("shares \(parts.joined(separator: ", "))", role: .textDim)
        .wrapped(toColumns: columns, hangingIndent: 2).prefix(2)
    )
  }
}
