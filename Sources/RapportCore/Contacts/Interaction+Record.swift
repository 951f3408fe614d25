package import JSONLogic

extension Interaction {
  /// Reads a line of the journal; nil where it lacks an id or a time.
  package init?(record: JSONObject) {
    guard let id = record["id"]?.stringValue,
      let at = record["at"]?.stringValue.flatMap({ Instant(parsing: $0) })
    else { return nil }
    self.init(
      id: ID(id),
      at: at,
      customer: record["customer"]?.stringValue.map { Customer.ID($0) },
      record: record
    )
    agent = record["agent"]?.stringValue.map { Agent.ID($0) }
    channel = record["channel"]?.stringValue.flatMap(Channel.init)
    intent = record["intent"]?.stringValue.map { Intent.ID($0) }
    script = record["script"]?.stringValue.map { Script.ID($0) }
    outcome = record["outcome"]?.stringValue
    note = record["note"]?.stringValue
  }
}
