import RapportCore
import Terminal

/// The versions of a segment: who changed it, when and why.
struct ChangesTab: SegmentTabContent {
  let title = "Changes"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    let reference = DefinitionReference(.segment, segment.id.rawValue)
    switch facts.histories[reference] {
    case .known(let history): return .list(list(history, facts, isNarrow: columns < 70))
    case .failed(let why):
      return .text([Line("The history cannot be read: \(why)", role: .statusError)])
    case .reading, nil: return .text([Line("reading", role: .progress)])
    }
  }

  private func shortened(_ text: String, to columns: Int) -> String {
    Line(text).truncated(toColumns: columns).text
  }

  private func list(
    _ history: SegmentHistory,
    _ facts: WorkbenchFacts,
    isNarrow: Bool
  ) -> ProfileList {
    let words = VersionWords(facts.definitions, wording: facts.wording)
    let marked = facts.marks[history.reference]
    let versions = history.versions
    return ProfileList(
      head: [
        Line(
          isNarrow
            ? "Version  When         Who          Why"
            : "Version  When               Who                Why",
          role: .label
        )
      ],
      count: versions.count
    ) { index, columns in
      guard versions.indices.contains(index) else { return Line() }
      let version = versions[index]
      let isMarked = version.id == marked
      return Line([
        Span(pad("\(version.revision)", to: 4), role: .textStrong),
        Span(pad(isMarked ? "mark" : "", to: 5), role: .near),
        Span(
          pad(isNarrow ? words.day(version) : words.when(version), to: isNarrow ? 13 : 19),
          role: .textDim
        ),
        // A long name must not run into the reason.
        Span(pad(shortened(words.who(version), to: isNarrow ? 12 : 18), to: isNarrow ? 13 : 19)),
        Span(words.why(version)),
      ]).truncated(toColumns: columns)
    }
  }
}
