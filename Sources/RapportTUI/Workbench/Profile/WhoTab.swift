import RapportCore
import Terminal

/// Who a segment's customers are, and what is to be achieved with them.
struct WhoTab: SegmentTabContent {
  let title = "Who"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    detail.addNextStep(of: segment.id, facts)
    asked("About", segment.summary, "no summary yet: e writes one", &detail)
    asked(
      "Goal",
      segment.goal?.words(facts.wording),
      "no goal yet: e says what to achieve, measured by what",
      &detail
    )
    asked("Needs", segment.needs.joined(separator: "; "), "no needs yet: e", &detail)
    asked("Prefer", segment.preferences.joined(separator: "; "), "no preferences yet: e", &detail)
    asked("Behave", segment.behaviors.joined(separator: "; "), "no behaviors yet: e", &detail)
    asked("Owner", segment.owner, "no owner yet: e", &detail)
    asked(
      "Review",
      facts.reviewWords(of: segment),
      "nobody is asked to look at it again: e says how often, v that you did",
      &detail
    )
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    detail.add(facts.problems(of: reference), of: reference, isKnown: facts.problems != nil)
    detail.heading("What sets them apart from the rest")
    for line in apart(segment, facts, columns: detail.columns) { detail.line(line) }
    detail.heading("A good segment is ...")
    for criterion in criteria(of: segment, facts) { detail.add(criterion) }
    return .text(detail.lines)
  }

  private func contrast(of segment: Segment, _ facts: WorkbenchFacts) -> GroupContrast? {
    guard facts.statistics.contrastKey?.first == .members([segment.id]) else { return nil }
    return facts.statistics.contrast.value
  }

  private func apart(_ segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> [Line] {
    guard let contrast = contrast(of: segment, facts) else {
      return [Line(facts.statistics.contrast.absence ?? "counting", role: .progress)]
    }
    return ContrastLines(
      contrast,
      facts,
      names: ("members", "the others"),
      inRule: segment.paths(ruledBy: facts.definitions.catalog)
    ).lines(columns: columns)
  }

  private func criteria(
    of segment: Segment,
    _ facts: WorkbenchFacts
  ) -> [SegmentCriteria.Criterion] {
    SegmentCriteria(
      segment,
      counts: facts.size(of: segment.id)?.counts,
      reachable: facts.statistics.identities.value?.reachableMembers[segment.id],
      contrast: contrast(of: segment, facts),
      turnover: facts.measure.facts?.turnover(of: segment.id),
      ownWays: facts.ownWays(of: segment),
      catalog: facts.definitions.catalog
    ).all
  }

  /// A field that is empty is asked for.
  private func asked(_ label: String, _ text: String?, _ ask: String, _ detail: inout DetailLines) {
    if let text = text?.nonBlank {
      detail.add(label, text)
    } else {
      detail.add(label, ask, role: .statusWarning)
    }
  }
}

extension DetailLines {
  /// A criterion of a good segment: met or not in words, and why.
  mutating func add(_ criterion: SegmentCriteria.Criterion) {
    let role: Role =
      switch criterion.verdict {
      case .met: .whyYes
      case .notMet: .statusWarning
      case .unknown: .unknown
      }
    let name = Line(pad(criterion.name, to: 15), role: .label)
    let verdict = Line(pad(criterion.verdict.rawValue, to: 10), role: role)
    for line in (name + verdict + Line(criterion.evidence))
      .wrapped(toColumns: columns, hangingIndent: 25)
    {
      self.line(line)
    }
  }
}
