import RapportCore
import Terminal

/// The segments, the strongest first.
struct SegmentsPage: WorkbenchContent {
  let title = "Segments"
  let nothing = "No segment yet: a segment is a file in the store's folder segments."
  let columns = [
    WorkbenchColumn("Segment", limit: 26, rank: 0), WorkbenchColumn("Priority", rank: 2),
    WorkbenchColumn("Status", rank: 5), WorkbenchColumn("Tone", limit: 20, rank: 3),
    WorkbenchColumn("Offers", rank: 4), WorkbenchColumn("Problems", rank: 1),
    WorkbenchColumn("Goal", limit: 60, rank: 6),
  ]

  func rows(_ facts: WorkbenchFacts) -> [WorkbenchRow] {
    facts.definitions.segments.map { segment in
      let reference = DefinitionReference(.segment, segment.id.rawValue)
      let status: Line =
        segment.broken == nil
        ? Line(segment.status.word, role: segment.status == .active ? .text : .textDim)
        : Line("broken", role: .statusError)
      return WorkbenchRow(
        reference: reference,
        cells: [
          Line(segment.name),
          Line(segment.broken == nil ? "\(segment.priority)" : "", role: .textDim), status,
          segment.tone.map { Line(facts.name(of: $0), role: .tone) }
            ?? Line("the store's", role: .textDim),
          segment.services.isEmpty
            ? Line("none", role: .textDim) : Line("\(segment.services.count)"),
          facts.problemCell(reference), Line(segment.goal?.text ?? "no goal", role: .textDim),
        ],
        words: "\(segment.id) \(segment.summary ?? "")"
      )
    }
  }
}

extension Segment.Status {
  var word: String { rawValue }
}

extension StoreSettings.Goal {
  /// `Keep them: retention 0.95 by 30 Jun 2027`.
  func words(_ wording: Wording) -> String {
    let measure = [
      metric.map(MetricWords.text), target.map { NumberWords.words($0) },
      by.map { "by \(wording.date($0))" },
    ].compactMap(\.self).joined(separator: " ")
    return measure.isEmpty ? text : "\(text) Measured by: \(measure)"
  }
}
