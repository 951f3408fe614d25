import RapportCore
import Terminal

/// The versions of a segment.
struct ChangesTab: SegmentTabContent {
  let title = "Changes"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    detail.add("Version", "\(segment.revision)")
    return .text(detail.lines)
  }
}
