import RapportCore
import Terminal

/// What is known of how it goes with a segment's customers.
struct FiguresTab: SegmentTabContent {
  let title = "Figures"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    detail.add("Members", facts.sizeWords(of: segment.id))
    return .text(detail.lines)
  }
}
