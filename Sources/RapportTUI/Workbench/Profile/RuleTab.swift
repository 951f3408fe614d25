import RapportCore
import Terminal

/// Who is in, in words.
struct RuleTab: SegmentTabContent {
  let title = "Rule"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    if let rule = segment.rule {
      detail.add("Rule", facts.sentence(rule), role: .why)
    } else {
      detail.add("Rule", segment.broken?.sentence ?? "no rule yet: only persons put anybody in")
    }
    return .text(detail.lines)
  }
}
