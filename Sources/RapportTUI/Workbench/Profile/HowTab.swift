import RapportCore
import Terminal

/// How a segment's customers are served: tone, offers, scripts, and which reasons lack one.
struct HowTab: SegmentTabContent {
  let title = "How"

  func body(of segment: Segment, _ facts: WorkbenchFacts, columns: Int) -> ProfileBody {
    var detail = DetailLines(columns: columns)
    detail.add("Tone", facts.toneWords(of: segment), role: .tone)
    if let tone = facts.definitions.tones.first(where: { $0.id == segment.tone }) {
      detail.add("Voice", tone.voice.words.joined(separator: ", ").nonBlank ?? "in between")
    }
    if segment.services.isEmpty {
      detail.add("Offers", "none of its own: e adds some", role: .statusWarning)
    }
    for (index, id) in segment.services.enumerated() {
      let service = facts.definitions.services.first { $0.id == id }
      let open = service.map(facts.opening) ?? Line("not in the store", role: .statusError)
      detail.add(index == 0 ? "Offers" : "", Line(facts.name(of: id)) + Line("  ") + open)
    }
    let scripts = facts.definitions.scripts.filter { $0.segments.contains(segment.id) }
    detail.add(
      "Scripts",
      each: scripts.isEmpty
        ? ["none of its own: they hear what everybody hears"]
        : scripts.map { "\(facts.text($0.title) ?? $0.id.rawValue): \($0.channelWords)" }
    )
    detail.heading("Which script they get, by reason and channel")
    // Counted for the page of gaps, or for this week.
    let demand = facts.gaps.report?.coverage.demand ?? facts.measure.facts?.gaps?.coverage.demand
    let coverage = Coverage(facts.definitions, demand: demand)
    guard segment.status == .active else {
      detail.line(Line("none while it is \(segment.status.word)", role: .textDim))
      return .text(detail.lines)
    }
    let matrix = CoverageMatrix(coverage, segment: segment.id, facts)
    let lines = matrix.lines(first: facts.settings.language, columns: detail.columns)
    for line in lines.drop(while: \.isEmpty) { detail.line(line) }
    return .text(detail.lines)
  }
}
