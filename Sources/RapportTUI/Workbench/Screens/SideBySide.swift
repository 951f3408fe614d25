import JSONLogic
import RapportCore
import Terminal

/// Two segments side by side, as lines.
struct SideBySide {
  private static let label = 11
  private static let gap = 2
  /// From so many columns what tells the members apart stands beside the fields.
  private static let threePanes = 157
  private static let between = Line(" │ ", role: .border)

  private let first: Segment.ID
  private let second: Segment.ID
  private let app: App
  private let facts: WorkbenchFacts
  private let whole: Int
  /// What is left for the fields where the differences stand beside them.
  private let columns: Int

  init(
    _ first: Segment.ID,
    _ second: Segment.ID,
    _ app: App,
    _ facts: WorkbenchFacts,
    columns: Int
  ) {
    (self.first, self.second, self.app, self.facts) = (first, second, app, facts)
    whole = columns
    self.columns = columns < Self.threePanes ? columns : columns * 11 / 20
  }

  private var onlyDifferences: Bool { app.workbench.showsOnlyDifferences }

  var title: Line {
    let what = Line(onlyDifferences ? "  only what differs" : "  all of both", role: .textDim)
    let names = "\(facts.name(of: first)) and \(facts.name(of: second))"
    return Line(names, role: .customerName).truncated(toColumns: max(1, whole - what.columns))
      + what
  }

  var lines: [Line] {
    let segments = facts.definitions.segments
    guard let one = segments.first(where: { $0.id == first }),
      let other = segments.first(where: { $0.id == second })
    else { return [Line("One of them is not there any more.", role: .textDim)] }
    var lines = overlap
    lines.append(heading(one.name, other.name))
    let rows = fields(of: one, other)
    let shown = onlyDifferences ? rows.filter { $0.1 != $0.2 } : rows
    for (label, left, right) in shown { lines += row(label, left, right) }
    if onlyDifferences, shown.count < rows.count {
      let same = rows.filter { $0.1 == $0.2 }.map { $0.0.lowercased() }
      lines += Line("The same: \(same.joined(separator: ", "))", role: .textDim)
        .wrapped(toColumns: columns, hangingIndent: 2)
    }
    guard columns < whole else { return lines + [Line()] + differences(columns: columns) }
    let beside = differences(columns: whole - columns - Self.between.columns)
    return (0..<max(lines.count, beside.count)).map { index in
      (index < lines.count ? lines[index] : Line()).fitted(toColumns: columns) + Self.between
        + (index < beside.count ? beside[index] : Line())
    }
  }

  private var overlap: [Line] {
    guard let overlap = facts.statistics.overlaps.value?.shared(first, second) else {
      return [Line(facts.statistics.overlaps.absence.map { "\($0) ..." } ?? "", role: .progress)]
    }
    let words = OverlapWords(overlap, facts.name(of: first), facts.name(of: second))
    let open = Line("Enter lists who is in both", role: .hintText)
    return words.shares(columns: columns) + (overlap.both > 0 ? [open] : []) + [Line()]
  }

  private func fields(of one: Segment, _ other: Segment) -> [(String, String, String)] {
    func both(_ label: String, _ text: (Segment) -> String?) -> (String, String, String) {
      (label, text(one) ?? "none yet", text(other) ?? "none yet")
    }
    func joined(_ texts: [String]) -> String? {
      texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
    return [
      both("Status") { $0.status.word }, both("Priority") { "\($0.priority)" },
      both("Size") { facts.sizeWords(of: $0.id) }, both("About", \.summary),
      both("Rule") { segment in segment.rule.map(facts.sentence) },
      both("Goal") { $0.goal?.words(facts.wording) }, both("Needs") { joined($0.needs) },
      both("Prefer") { joined($0.preferences) }, both("Behave") { joined($0.behaviors) },
      both("Tone") { facts.toneWords(of: $0) },
      both("Offers") { joined($0.services.map(facts.name(of:))) },
      both("Scripts") { segment in
        joined(
          facts.definitions.scripts.filter { $0.segments.contains(segment.id) }
            .map { facts.text($0.title) ?? $0.id.rawValue }
        )
      },
      both("Owner", \.owner),
      both("Review") { $0.reviewEveryDays.map { "every \(TimeWords.plural($0, "day"))" } },
    ]
  }

  private var half: Int { max(8, (columns - Self.label - Self.gap) / 2) }

  private func heading(_ left: String, _ right: String) -> Line {
    Line(pad("", to: Self.label)) + Line(left, role: .badgeSegment).fitted(toColumns: half)
      + Line(pad("", to: Self.gap)) + Line(right, role: .badgeSegment).truncated(toColumns: half)
  }

  private func row(_ label: String, _ left: String, _ right: String) -> [Line] {
    func column(_ text: String) -> [Line] {
      Line(text, role: text == "none yet" ? .textDim : .text).wrapped(toColumns: half)
    }
    let (left, right) = (column(left), column(right))
    return (0..<max(left.count, right.count)).map { index in
      Line(pad(index == 0 ? label : "", to: Self.label), role: .label)
        + (index < left.count ? left[index] : Line()).fitted(toColumns: half)
        + Line(pad("", to: Self.gap)) + (index < right.count ? right[index] : Line())
    }
  }

  private func differences(columns: Int) -> [Line] {
    guard let contrast = facts.statistics.contrast.value else {
      return [Line(facts.statistics.contrast.absence.map { "\($0) ..." } ?? "", role: .progress)]
    }
    let words = ContrastLines(
      contrast,
      facts,
      names: (facts.name(of: first), facts.name(of: second)),
      inRule: []
    )
    return words.lines(columns: columns)
  }
}
