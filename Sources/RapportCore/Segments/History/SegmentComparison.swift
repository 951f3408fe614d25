package import JSONLogic

/// What is different between two versions of a segment, field by field, in words.
package struct SegmentComparison: Sendable {
  package struct Field: Hashable, Sendable {
    /// The key in the segment's JSON.
    package var key: String
    package var label: String
    package var words: String
  }

  /// The rule first, then the fields by what they are called.
  package private(set) var fields: [Field] = []
  private let names: SegmentNames

  package init(from old: JSON?, to new: JSON?, names: SegmentNames) {
    self.names = names
    guard let old else {
      fields = [Field(key: "", label: "segment", words: new == nil ? "not there" : "made")]
      return
    }
    guard let new else {
      fields = [Field(key: "", label: "segment", words: "taken out")]
      return
    }
    let keys = Set((old.objectValue?.keys ?? []) + (new.objectValue?.keys ?? []))
    for key in keys.subtracting(["revision", "id"]).sorted(by: Self.comesFirst) {
      let (before, after) = (old[key], new[key])
      guard before != after else { continue }
      let pins = key == "golden" ? pins(before, after) : []
      fields += pins
      guard pins.isEmpty, let words = words(key, before, after) else { continue }
      fields.append(Field(key: key, label: Self.label(key), words: words))
    }
  }

  /// All of it in a line.
  package var text: String {
    guard !fields.isEmpty else { return "nothing is different" }
    return fields.map(\.text).joined(separator: "; ")
  }

  private static let order = [
    "rule", "status", "priority", "name", "summary", "goal", "needs", "preferences", "behaviors",
    "tone", "adjust", "services", "golden", "manual", "owner", "reviewEveryDays",
  ]

  private static func comesFirst(_ left: String, _ right: String) -> Bool {
    let places = [left, right].map { order.firstIndex(of: $0) ?? order.count }
    return places[0] == places[1] ? left < right : places[0] < places[1]
  }

  /// What a key of a segment is called.
  package static func label(_ key: String) -> String {
    switch key {
    case "summary": "about"
    case "golden": "must belong"
    case "manual": "by hand"
    case "waive": "problems that may stay"
    case "services": "offers"
    case "adjust": "their voice"
    case "reviewEveryDays": "review every"
    default: key
    }
  }

  private func words(_ key: String, _ before: JSON?, _ after: JSON?) -> String? {
    if ["rule", "eligibility", "condition"].contains(key) {
      guard let words = ruleWords(before, after) else { return nil }
      return words
    }
    if key == "adjust" { return change(names.voice(before), names.voice(after)) }
    if before?.arrayValue != nil || after?.arrayValue != nil {
      return items(key, before?.arrayValue ?? [], after?.arrayValue ?? [])
    }
    if before?.objectValue != nil || after?.objectValue != nil {
      return entries(key, before?.objectValue ?? [:], after?.objectValue ?? [:])
    }
    return change(value(key, before), value(key, after))
  }

  private func ruleWords(_ before: JSON?, _ after: JSON?) -> String? {
    func rule(_ json: JSON?) -> Rule? {
      json.flatMap { try? Rule($0, operations: RuleOperations.names) }
    }
    let (old, new) = (rule(before), rule(after))
    guard (old == nil) == (before == nil), (new == nil) == (after == nil) else {
      return change(before?.compact(), after?.compact())
    }
    let text = RuleDifference(from: old, to: new, in: names.words).text
    return text.isEmpty ? "written differently, the same in words" : text
  }

  private func items(_ key: String, _ before: [JSON], _ after: [JSON]) -> String {
    let added = after.filter { !before.contains($0) }.map { value(key, $0) ?? "" }
    let removed = before.filter { !after.contains($0) }.map { value(key, $0) ?? "" }
    let parts = [("added", added), ("removed", removed)].filter { !$0.1.isEmpty }
      .map { "\($0.0): \($0.1.joined(separator: ", "))" }
    return parts.isEmpty ? "in another order" : parts.joined(separator: "; ")
  }

  private func entries(_ key: String, _ before: JSONObject, _ after: JSONObject) -> String {
    let keys = Set(before.keys + after.keys).sorted()
    return keys.filter { before[$0] != after[$0] }.map { inner in
      let (old, new) = (before[inner], after[inner])
      if old?.arrayValue != nil || new?.arrayValue != nil {
        return "\(inner) \(items(key, old?.arrayValue ?? [], new?.arrayValue ?? []))"
      }
      return "\(inner) \(change(value(inner, old), value(inner, new)))"
    }.joined(separator: "; ")
  }

  /// Who must belong and who must not, each with a field of its own.
  private func pins(_ before: JSON?, _ after: JSON?) -> [Field] {
    [("members", "must belong"), ("nonmembers", "must not belong")].compactMap { list, label in
      let (old, new) = (Self.texts(before?[list]), Self.texts(after?[list]))
      let added = new.filter { !old.contains($0) }
      let gone = old.filter { !new.contains($0) }
      let kept = old.count > gone.count
      let words = [
        added.isEmpty ? nil : "\(kept ? "now also" : "now") \(added.joined(separator: ", "))",
        gone.isEmpty ? nil : "no longer \(gone.joined(separator: ", "))",
      ].compactMap(\.self)
      guard !words.isEmpty else { return nil }
      return Field(key: "golden", label: label, words: words.joined(separator: "; "))
    }
  }

  private static func texts(_ list: JSON?) -> [String] {
    (list?.arrayValue ?? []).map { $0.stringValue ?? $0.compact() }
  }

  private func change(_ old: String?, _ new: String?) -> String {
    switch (old, new) {
    case (let old?, let new?): "\(old) -> \(new)"
    case (nil, let new?): "added: \(new)"
    case (let old?, nil): "removed: \(old)"
    case (nil, nil): "nothing"
    }
  }

  private func value(_ key: String, _ json: JSON?) -> String? {
    guard let json else { return nil }
    if key == "manual", let customer = json["customer"]?.stringValue {
      let verdict = json["member"]?.boolValue == false ? "does not belong" : "belongs"
      let reason = json["reason"]?.stringValue.map { " (\($0))" } ?? ""
      return "\(customer) \(verdict)\(reason)"
    }
    if key == "waive", let reason = json["reason"]?.stringValue {
      let finding = json["finding"]?.stringValue?.replacing("-", with: " ") ?? "whatever is found"
      let place = json["pointer"]?.stringValue.map { " at \($0)" } ?? ""
      return "\(finding)\(place) (\(reason))"
    }
    if key == "reviewEveryDays" { return "\(json.compact()) days" }
    guard let text = json.stringValue else { return json.compact() }
    return names.name(key, text)
  }
}

extension SegmentComparison.Field {
  /// `priority 20 -> 30`, `must not belong: now C-9`; the rule's words speak for themselves.
  package var text: String {
    switch key {
    case "rule": words
    case "golden": "\(label): \(words)"
    default: "\(label) \(words)"
    }
  }
}
