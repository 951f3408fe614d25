import RapportCore
import Terminal

/// Who a segment's customers are, and what is to be achieved with them.
struct WhoTab: SegmentTabContent {
  let title = "Who"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
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
      segment.reviewEveryDays.map { "every \(TimeWords.plural($0, "day"))" },
      "nobody is asked to look at it again: e says how often",
      &detail
    )
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    detail.add(facts.problems(of: reference), of: reference, isKnown: facts.problems != nil)
    return .text(detail.lines)
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
