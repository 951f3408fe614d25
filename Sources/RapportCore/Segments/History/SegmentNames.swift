/// What the ids in a segment are called, and its conditions in words.
package struct SegmentNames: Sendable {
  package let words: ConditionWords
  private let segments: [Segment.ID: String]
  private let tones: [String: String]
  private let services: [String: String]

  package init(_ definitions: Definitions, wording: Wording) {
    let segments = Dictionary(definitions.segments.map { ($0.id, $0.name) }) { first, _ in first }
    self.segments = segments
    words = ConditionWords(catalog: definitions.catalog, wording: wording) { segments[$0] }
    tones = Dictionary(definitions.tones.map { ($0.id.rawValue, $0.name) }) { first, _ in first }
    services = Dictionary(
      definitions.services.map { service in
        let id = service.id.rawValue
        return (id, service.name.text(preferring: wording.languages) ?? id)
      }
    ) { first, _ in first }
  }

  package func segment(_ id: Segment.ID) -> String { segments[id] ?? id.rawValue }

  /// The name of what a field refers to; the text itself for a field that refers to nothing.
  func name(_ key: String, _ text: String) -> String {
    switch key {
    case "tone": tones[text] ?? text
    case "services": services[text] ?? text
    default: text
    }
  }
}
