import RapportCore
import Terminal

/// How a segment's customers are served: tone, offers, scripts.
struct HowTab: SegmentTabContent {
  let title = "How"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    let words = segment.adjust.words.joined(separator: ", ")
    let tone = segment.tone.map(facts.name(of:)) ?? "the store's"
    detail.add("Tone", words.isEmpty ? tone : "\(tone), moved: \(words)", role: .tone)
    detail.add("Offers", each: segment.services.map(facts.name(of:)))
    let scripts = facts.definitions.scripts.filter { $0.segments.contains(segment.id) }
    detail.add("Scripts", each: scripts.map { facts.text($0.title) ?? $0.id.rawValue })
    return .text(detail.lines)
  }
}
