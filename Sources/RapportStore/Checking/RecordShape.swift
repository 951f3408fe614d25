import JSONLogic
import RapportCore

/// What the schema of a kind of record says of the plain values at its top.
///
/// Enough to name a line that measures and reasons cannot use, without reading it as a document.
struct RecordShape: Sendable {
  struct Field: Sendable {
    var name: String
    /// `string`, `number`, `boolean`: what it may be; empty where anything is good.
    var types: Set<String>
    var choices: [String]
    var isMoment: Bool
    var isWhole: Bool
    var pattern: Pattern?

    /// What is wrong with a value; nil where it is good.
    func fault(_ type: String, _ text: String) -> String? {
      if !types.isEmpty, !types.contains(type) {
        return "\"\(name)\" is \(Self.words[type] ?? type), not \(wanted)"
      }
      if !choices.isEmpty, !choices.contains(text) {
        let meant = SpellingSuggestion.question(text, among: choices)
        return "\"\(name)\" is none of \(choices.joined(separator: ", "))"
          + (meant.map { "; \($0)" } ?? "")
      }
      if isMoment, Instant(parsing: text) == nil {
        return "\"\(name)\" is no moment such as 2026-11-21T14:03:11Z"
      }
      if isWhole, Double(text).map({ $0 != $0.rounded() }) ?? false {
        return "\"\(name)\" is no whole number"
      }
      if let pattern, !pattern.matches(text) {
        return "\"\(name)\" is not of the form it must have"
      }
      return nil
    }

    private var wanted: String {
      types.sorted().map { Self.words[$0] ?? $0 }.joined(separator: " or ")
    }

    private static let words = [
      "string": "text", "number": "a number", "boolean": "true or false", "list": "a list",
    ]
  }

  let fields: [Field]
  /// Positions of the fields that every line has which is neither deleted nor erased.
  let required: [Int]

  /// Nil where there is no such schema.
  init?(kind: String) {
    guard let text = Schemas.named(kind), let schema = try? JSON(parsing: text) else { return nil }
    var fields: [Field] = []
    for entry in schema["properties"]?.objectValue ?? [:] {
      if let field = Self.field(entry.key, entry.value, schema["$defs"]) { fields.append(field) }
    }
    self.fields = fields
    let names = [schema["required"], schema["else"]?["required"]]
      .compactMap { $0?.arrayValue }.joined().compactMap(\.stringValue)
    required = names.compactMap { name in fields.firstIndex { $0.name == name } }
  }

  /// Nil for lists and objects.
  private static func field(_ name: String, _ schema: JSON, _ definitions: JSON?) -> Field? {
    let reference = schema["$ref"]?.stringValue?.split(separator: "/").last.map(String.init)
    let shared = reference.flatMap { definitions?[$0] }
    func value(_ key: String) -> JSON? { schema[key] ?? shared?[key] }
    let types = value("type").map { $0.arrayValue ?? [$0] } ?? []
    var names = Set(types.compactMap(\.stringValue)).subtracting(["null"])
    guard names.isDisjoint(with: ["array", "object"]) else { return nil }
    let isWhole = names.remove("integer") != nil
    if isWhole { names.insert("number") }
    let choices = value("enum")?.arrayValue?.compactMap(\.stringValue) ?? []
    let isMoment = value("format")?.stringValue == "date-time"
    var pattern: Pattern?
    if !isMoment, let text = value("pattern")?.stringValue {
      // A schema's pattern is searched for, ours match the whole.
      pattern = try? Pattern("(?s).*(?:\(text)).*")
    }
    return Field(
      name: name,
      types: choices.isEmpty ? names : ["string"],
      choices: choices,
      isMoment: isMoment,
      isWhole: isWhole,
      pattern: pattern
    )
  }
}
