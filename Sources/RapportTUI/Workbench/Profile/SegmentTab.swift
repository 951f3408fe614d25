import RapportCore
import Terminal

/// A part of a segment's profile; its digit chooses it.
///
/// A new tab is a case here, and a `SegmentTabContent` in a file of its own.
enum SegmentTab: Int, Sendable, CaseIterable {
  case who = 1
  case rule, members, how, figures, changes

  var content: any SegmentTabContent {
    switch self {
    case .who: WhoTab()
    case .rule: RuleTab()
    case .members: MembersTab()
    case .how: HowTab()
    case .figures: FiguresTab()
    case .changes: ChangesTab()
    }
  }

  var title: String { content.title }

  /// What is shown below the list of segments, where there is room: the rule, else who they are.
  var beside: SegmentTab { self == .rule ? .who : .rule }
}

/// What a tab says of a segment.
///
/// Its own keys are actions of the table that are available while it is shown: `App.shownTab` tells.
protocol SegmentTabContent: Sendable {
  var title: String { get }
  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody
}
