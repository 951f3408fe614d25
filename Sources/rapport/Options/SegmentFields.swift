import JSONLogic
import RapportCore
import RapportStore

/// The fields of a segment as options of a command: the rule, and any other by its key.
struct SegmentFields {
  /// JSON, `@FILE`, or `-`.
  var rule: String?
  /// `priority=15`, `goal/target=0.9`.
  var set: [String]

  /// A definition with them.
  func edited(_ before: JSON) throws(CommandFailure) -> JSON {
    var object = before
    if let rule {
      let json = try JSONArgument(rule, name: "--rule").value
      do {
        _ = try Rule(json, operations: RuleOperations.names)
      } catch {
        throw CommandFailure(code: "rule", message: "--rule: \(error)")
      }
      object["rule"] = json
    }
    for text in set {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let key = parts.first, !key.isEmpty else {
        throw CommandFailure(
          code: "bad-set",
          message: "--set \(text): write a field and a value, such as priority=15"
        )
      }
      let pointer = JSONPointer(key.split(separator: "/").map(String.init))
      if let first = pointer.tokens.first, ["id", "revision"].contains(first) {
        throw CommandFailure(code: "bad-set", message: "--set \(text): the \(first) stays as it is")
      }
      if let unknown = DefinitionShape(kind: "segment")?.unknown(pointer, in: object) {
        throw CommandFailure(code: "bad-set", message: "--set \(text): \(unknown.sentence)")
      }
      let typed = String(parts[1])
      let value: JSON? =
        typed.isEmpty ? JSON?.none : (try? JSON(parsing: Array(typed.utf8))) ?? .string(typed)
      let next = object.setting(value, at: pointer)
      guard next[pointer] == value else {
        throw CommandFailure(
          code: "bad-set",
          message: "--set \(text): there is no such place; give the whole list, such as "
            + "needs='[\"one\", \"two\"]'"
        )
      }
      object = next
    }
    return object
  }
}
