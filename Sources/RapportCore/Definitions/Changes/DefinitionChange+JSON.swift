package import JSONLogic

extension DefinitionChange {
  /// A line of journal/changes.jsonl.
  package var record: JSON {
    var record: JSONObject = [
      "id": .string(id.rawValue), "at": .string(at.description), "by": .string(by.rawValue),
      "reason": .string(reason),
    ]
    if let undoes { record["undoes"] = .string(undoes.rawValue) }
    record["set"] = .array(edits.map(\.record))
    return .object(record)
  }

  /// Nil for a line that says nothing of definitions, as those of customers' changes.
  package init?(record: JSON) {
    guard let id = record["id"]?.stringValue, let by = record["by"]?.stringValue,
      let at = record["at"]?.stringValue.flatMap({ Instant(parsing: $0) })
    else { return nil }
    let edits = (record["set"]?.arrayValue ?? []).compactMap { Edit(record: $0) }
    guard !edits.isEmpty else { return nil }
    self.init(
      id: ID(id),
      at: at,
      by: Agent.ID(by),
      reason: record["reason"]?.stringValue ?? "",
      edits: edits
    )
    undoes = record["undoes"]?.stringValue.map { ID($0) }
  }
}

extension DefinitionChange.Edit {
  /// The object's revision after the change; nil where changes of its kind are not counted.
  ///
  /// A removal is counted too, so that whoever makes the object again goes on from there.
  package var revision: Int? {
    reference.revision(of: after) ?? reference.revision(of: before).map { $0 + 1 }
  }

  fileprivate var record: JSON {
    var record: JSONObject = [
      "kind": .string(reference.kind.rawValue), "id": .string(reference.id),
    ]
    if let revision { record["revision"] = JSON(revision) }
    record["before"] = before ?? .null
    record["after"] = after ?? .null
    return .object(record)
  }

  fileprivate init?(record: JSON) {
    guard
      let kind = record["kind"]?.stringValue.flatMap(DefinitionReference.Kind.init(rawValue:)),
      let id = record["id"]?.stringValue,
      record["before"] != nil || record["after"] != nil
    else { return nil }
    // A nil literal in a conditional would be JSON's null.
    func object(_ key: String) -> JSON? {
      guard let object = record[key], !object.isNull else { return nil }
      return object
    }
    self.init(
      DefinitionReference(kind, id),
      before: object("before"),
      after: object("after")
    )
  }
}
