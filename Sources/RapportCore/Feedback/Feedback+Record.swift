package import JSONLogic

extension Feedback {
  /// Reads a line of the journal; nil where it lacks what every line has.
  package init?(record: JSONObject) {
    guard let id = record["id"]?.stringValue,
      let at = record["at"]?.stringValue.flatMap({ Instant(parsing: $0) }),
      let by = record["by"]?.stringValue,
      let verdict = record["verdict"]?.stringValue.flatMap(Verdict.init)
    else { return nil }
    let on = Subject(record["on"])
    guard on != nil || verdict == .lacks else { return nil }
    self.init(id: ID(id), at: at, by: Agent.ID(by), on: on, verdict: verdict)
    customer = record["customer"]?.stringValue.map { Customer.ID($0) }
    interaction = record["interaction"]?.stringValue.map { Interaction.ID($0) }
    reason = record["reason"]?.stringValue?.nonBlank
    evidence = Self.texts(record["evidence"])
    answer = Answer(record["answer"])
    read = record
  }

  /// The line of the journal.
  package var record: JSONObject {
    var record = read
    func set(_ key: String, _ value: JSON?) {
      // What was never there is not written as null.
      if value != nil || record[key] != nil { record[key] = value ?? .null }
    }
    record["id"] = .string(id.rawValue)
    record["at"] = .string(at.description)
    record["by"] = .string(by.rawValue)
    record["customer"] = customer.map { .string($0.rawValue) } ?? .null
    set("interaction", interaction.map { .string($0.rawValue) })
    set("on", on?.json)
    record["verdict"] = .string(verdict.rawValue)
    set("reason", reason.map { .string($0) })
    if evidence != Self.texts(read["evidence"]) {
      record["evidence"] = .array(evidence.map { .string($0) })
    }
    set("answer", answer?.json)
    return record
  }

  /// A line that takes one back; nothing that is there is rewritten.
  package static func correction(of id: ID) -> JSON {
    ["id": .string(id.rawValue), "deleted": true]
  }

  /// Evidence may be anything; what is no text is not shown.
  private static func texts(_ json: JSON?) -> [String] {
    guard let json else { return [] }
    if let text = json.stringValue?.nonBlank { return [text] }
    return (json.arrayValue ?? []).compactMap { item in
      (item.stringValue ?? item["text"]?.stringValue)?.nonBlank
    }
  }
}

extension Feedback.Subject {
  fileprivate init?(_ json: JSON?) {
    guard let kind = json?["kind"]?.stringValue?.nonBlank,
      let id = json?["id"]?.stringValue?.nonBlank
    else { return nil }
    self.init(
      kind,
      id,
      revision: json?["revision"]?.intValue,
      part: json?["part"]?.stringValue?.nonBlank
    )
  }

  fileprivate var json: JSON {
    var on: JSONObject = ["kind": .string(kind), "id": .string(id)]
    on["revision"] = revision.map { JSON($0) }
    on["part"] = part.map { .string($0) }
    return .object(on)
  }
}

extension Feedback.Answer {
  fileprivate init?(_ json: JSON?) {
    guard let by = json?["by"]?.stringValue,
      let at = json?["at"]?.stringValue.flatMap({ Instant(parsing: $0) }),
      let text = json?["text"]?.stringValue?.nonBlank
    else { return nil }
    self.init(by: Agent.ID(by), at: at, text: text)
  }

  fileprivate var json: JSON {
    ["by": .string(by.rawValue), "at": .string(at.description), "text": .string(text)]
  }
}
