package import JSONLogic

/// A line of what a change of segments would do, for the screen and for a command alike.
package struct RefiningLine: Hashable, Sendable {
  package enum Manner: Sendable { case heading, plain, choice, warning }

  package var manner: Manner
  package var label: String
  package var text: String
  /// The field that a choice is about.
  package var key: String?

  package init(_ manner: Manner, _ label: String, _ text: String = "", key: String? = nil) {
    self.manner = manner
    self.label = label
    self.text = text
    self.key = key
  }

  /// What a change would make wrong.
  package static func problems(_ problems: [Problem]) -> [RefiningLine] {
    guard !problems.isEmpty else { return [] }
    return [RefiningLine(.heading, "Would be wrong")]
      + problems.map { problem in
        let remedy = problem.remedy.map { "; \($0)" } ?? ""
        let text = "\(problem.place.file): \(problem.message)\(remedy)"
        return RefiningLine(.warning, problem.severity.rawValue, text)
      }
  }

  /// Pinned customers whom a change would take otherwise.
  package static func pins(_ pins: [BrokenPin]) -> [RefiningLine] {
    guard !pins.isEmpty else { return [] }
    return [RefiningLine(.heading, "Pinned customers would be taken otherwise")]
      + pins.map { RefiningLine(.warning, $0.customer.rawValue, "in \($0.name) \($0.words)") }
  }

  /// Definitions that go along with a change.
  package static func moved(
    _ edits: [DefinitionChange.Edit],
    to names: String
  ) -> [RefiningLine] {
    guard !edits.isEmpty else { return [RefiningLine(.plain, "Referred to", "by nothing")] }
    return [RefiningLine(.heading, "Goes over to \(names)")]
      + edits.map { edit in
        let object = edit.after ?? edit.before
        let name = object.flatMap { $0["name"]?.stringValue ?? $0["title"]?.stringValue }
        return RefiningLine(.plain, edit.reference.kind.rawValue, name ?? edit.reference.id)
      }
  }
}

extension RefiningLine {
  /// Other segments that somebody joins or leaves by a change.
  package static func others(
    _ parts: [SegmentsEffect.Part],
    names: SegmentNames
  ) -> [RefiningLine] {
    guard !parts.isEmpty else { return [] }
    return [RefiningLine(.heading, "Other segments, whose rules ask for it")]
      + parts.map { RefiningLine(.warning, names.segment($0.id), $0.difference.words) }
  }
}

extension SegmentNames {
  /// A rule of JSON as a sentence; the JSON itself where it is no rule.
  package func sentence(_ rule: JSON) -> String {
    guard let rule = try? Rule(rule, operations: RuleOperations.names) else {
      return rule.compact()
    }
    return words.sentence(rule)
  }

  /// A value of a field in words.
  package func value(_ key: String, _ json: JSON?) -> String {
    guard let json else { return "nothing" }
    if let items = json.arrayValue {
      return items.map { value(key, $0) }.joined(separator: ", ")
    }
    if let object = json.objectValue {
      if let customer = object["customer"]?.stringValue { return customer }
      if let finding = object["finding"]?.stringValue {
        return finding.replacing("-", with: " ")
      }
      if key == "adjust" { return voice(json) ?? "as the tone is" }
      if let text = object["text"]?.stringValue {
        let rest = object.keys.filter { $0 != "text" }
          .map { "\($0) \(value($0, object[$0]))" }
        return rest.isEmpty ? text : "\(text) (\(rest.joined(separator: ", ")))"
      }
      if key == "golden" { return pinned(object) }
      return object.keys.map { "\($0) \(value($0, object[$0]))" }.joined(separator: ", ")
    }
    return json.stringValue.map { name(key, $0) } ?? json.compact()
  }

  /// How a segment's voice differs from its tone's: `short, very warm`; nil where it does not.
  package func voice(_ adjust: JSON?) -> String? {
    let words = Voice.Dimension.allCases.compactMap { dimension -> String? in
      guard let setting = adjust?[dimension.rawValue]?.intValue, setting != 0 else { return nil }
      return dimension.words(setting)
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// `C-1, C-2; must not belong: C-3`.
  private func pinned(_ object: JSONObject) -> String {
    let members = object["members"].map { value("members", $0) } ?? "nobody"
    let others = object["nonmembers"].map { "; must not belong: \(value("nonmembers", $0))" }
    return members + (others ?? "")
  }
}

/// A count as people read it: `12,840`.
func countWords(_ count: Int) -> String { NumberWords.words(Double(count)) }
