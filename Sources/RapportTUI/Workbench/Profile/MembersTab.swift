import RapportCore
import Terminal

/// The customers who are in, page by page.
struct MembersTab: SegmentTabContent {
  let title = "Members"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    .list(MemberTable(facts, columns: columns).list)
  }
}
