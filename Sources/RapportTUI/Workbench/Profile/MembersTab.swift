import RapportCore
import Terminal

/// The customers who are in.
struct MembersTab: SegmentTabContent {
  let title = "Members"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    detail.add("Members", facts.sizeWords(of: segment.id))
    return .text(detail.lines)
  }
}
