import JSONLogic

extension StoreCheck {
  /// What a rule that compiles may still have wrong; `key` is where it stands in its file.
  mutating func checkRule(_ rule: Rule, _ file: String, _ key: JSONPointer) {
    for use in rule.variables where !use.isInner && !use.path.components.isEmpty {
      checkPath(use.path.description, file, key.appending(use.pointer).description)
    }
    for (id, pointer) in rule.segments {
      checkReference(
        id,
        among: definitions.segments.map(\.id),
        "segment",
        file,
        key.appending(pointer).description
      )
    }
    if let always = rule.json.boolValue {
      warn(
        file,
        key.description,
        "the rule holds for \(always ? "everybody" : "nobody")"
      )
    }
    var check = RuleCheck(catalog: definitions.catalog, file: file, key: key)
    check.check(rule.root)
    problems += check.problems
  }
}
