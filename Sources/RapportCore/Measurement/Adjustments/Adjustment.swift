package import JSONLogic

/// A change under test: what is to get better by how much, and when that is judged, fixed before
/// anybody looks.
package struct Adjustment: Sendable, Identifiable {
  package typealias ID = Identifier<Adjustment>

  package var id: ID
  package var at: Instant
  package var by: Agent.ID
  package var on: DefinitionReference
  package var metric: String
  /// The day from which it may be judged.
  package var evaluateAt: CalendarDate

  /// A line of journal/adjustments.jsonl; nil where it lacks what a judgement needs.
  package init?(record: JSONObject) {
    guard let id = record["id"]?.stringValue,
      let at = record["at"]?.stringValue.flatMap({ Instant(parsing: $0) }),
      let by = record["by"]?.stringValue,
      let kind = record["on"]?["kind"]?.stringValue
        .flatMap(DefinitionReference.Kind.init(rawValue:)),
      let subject = record["on"]?["id"]?.stringValue,
      let metric = record["metric"]?.stringValue,
      let day = record["evaluateAt"]?.stringValue.flatMap({ text in
        CalendarDate(parsing: text) ?? CalendarDate(parsing: text.prefix(10))
      })
    else { return nil }
    self.id = ID(id)
    self.at = at
    self.by = Agent.ID(by)
    on = DefinitionReference(kind, subject)
    self.metric = metric
    evaluateAt = day
  }
}
