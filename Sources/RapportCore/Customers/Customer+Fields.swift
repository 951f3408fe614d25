package import JSONLogic

/// The built-in fields. A field of the wrong type reads as missing.
extension Customer {
  package enum Kind: String, Sendable, CaseIterable { case person, account }

  /// Nil where the record has no id.
  package init?(record: JSONObject) {
    guard let id = record["id"]?.stringValue, !id.isEmpty else { return nil }
    self.init(id: ID(id), record: record)
  }

  package var name: PersonName { PersonName(record["name"]) }
  package var emails: [String] { texts("emails") }
  package var phones: [String] { texts("phones") }
  package var company: String? { text("company") }
  package var account: ID? { text("account").map { ID($0) } }
  package var owner: Agent.ID? { text("owner").map { Agent.ID($0) } }
  package var language: String? { text("language") }
  package var timeZone: String? { text("timeZone") }
  package var since: CalendarDate? { text("since").flatMap { CalendarDate(parsing: $0) } }
  package var tags: [String] { texts("tags") }
  package var note: String? { text("note") }
  package var kind: Kind { text("kind").flatMap(Kind.init) ?? .person }
  /// Counts the changes made here; 0 as imported.
  package var rev: Int { record["rev"]?.intValue ?? 0 }
  package var updated: Instant? { text("updated").flatMap { Instant(parsing: $0) } }
  /// The last import that named the customer.
  package var asOf: CalendarDate? { text("asOf").flatMap { CalendarDate(parsing: $0) } }

  /// The value at a dotted path; nil where it is absent.
  ///
  /// A JSON null is a value here.
  package func value(at path: String) -> JSON? { RecordPath(path).value(in: record) }

  /// The day from which the value at `path` dates.
  package func observed(_ path: String) -> CalendarDate? {
    value(at: "observed." + path)?.stringValue.flatMap { CalendarDate(parsing: $0) } ?? asOf
  }

  /// The day on which the customer was asked for `path` and did not want to tell.
  package func notSaid(_ path: String) -> CalendarDate? {
    value(at: "notSaid." + path)?.stringValue.flatMap { CalendarDate(parsing: $0) }
  }

  private func text(_ key: String) -> String? { record[key]?.stringValue?.nonBlank }

  /// A list of texts; one text alone counts as a list of it.
  private func texts(_ key: String) -> [String] {
    if let text = text(key) { return [text] }
    return record[key]?.arrayValue?.compactMap { $0.stringValue?.nonBlank } ?? []
  }
}
