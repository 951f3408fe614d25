import JSONLogic
import RapportCore
import Terminal

/// Who is in: in words, condition by condition, and as JSON.
struct RuleTab: SegmentTabContent {
  let title = "Rule"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    detail.add("Size", facts.sizeWords(of: segment.id))
    guard let rule = segment.rule else {
      detail.add("Rule", segment.broken?.sentence ?? "no rule yet: only persons put anybody in")
      return .text(detail.lines)
    }
    detail.add("Rule", facts.sentence(rule), role: .why)
    detail.heading("Condition by condition")
    for line in facts.outline(rule) {
      let indent = 2 * line.depth
      for part in Line(line.indented).wrapped(toColumns: columns, hangingIndent: indent + 2) {
        detail.line(part)
      }
    }
    if !segment.manual.isEmpty {
      detail.heading("Decided by persons")
      for entry in segment.manual {
        let until = entry.until.map { " until \(facts.wording.date($0))" } ?? ""
        let who = entry.member ? "in" : "not in"
        detail.add(who, "\(entry.customer)\(until): \(entry.reason)")
      }
    }
    detail.addDoubts(of: segment, facts)
    detail.heading("JSON")
    for line in rule.json.canonical().split(separator: "\n") {
      detail.line(Line(String(line), role: .textDim).truncated(toColumns: columns))
    }
    return .text(detail.lines)
  }
}
