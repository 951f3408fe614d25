import JSONLogic

extension StoreCheck {
  /// What a rule that compiles may still have wrong; `key` is where it stands in its file.
  mutating func checkRule(_ rule: Rule, _ file: String, _ key: JSONPointer) {
    let before = problems.count
    for use in rule.variables where !use.isInner && !use.path.components.isEmpty {
      let pointer = key.appending(use.pointer).description
      if use.path.isDotted {
        checkPath(use.path.description, file, pointer)
      } else {
        let keys = use.path.description.split(separator: ".").map { "\"\($0)\"" }
        note(
          file,
          pointer,
          "\"\(use.path)\" is one key here, and no record has it",
          remedy: "write the path as [\(keys.joined(separator: ", "))]"
        )
      }
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
    checkUses(rule, file, key)
    // What compares a value with one it never has would be named twice, and so would operands that
    // are missing.
    guard !problems[before...].contains(where: { $0.severity == .error }),
      Rule.validate(rule.json, operations: rule.operations, limits: rule.limits).isEmpty
    else { return }
    for found in RuleLint.findings(rule, words) {
      let isFatal = found.node.pointer.tokens.isEmpty && found.finding != .alwaysTrue
      find(
        found.finding,
        isFatal && found.finding != .unreachable ? .error : .warning,
        file,
        key.appending(found.node.pointer),
        found.message,
        found.remedy
      )
    }
  }

  /// What is questionable about the attributes that a rule reads.
  private mutating func checkUses(_ rule: Rule, _ file: String, _ key: JSONPointer) {
    var named: Set<String> = []
    for use in rule.variables {
      let path = use.path.description
      let pointer = key.appending(use.pointer)
      if use.isInner {
        checkInner(path, file, pointer)
      } else if definitions.catalog[path]?.protected == true, named.insert(path).inserted {
        find(
          .protected,
          .warning,
          file,
          pointer,
          "\(words.label(path)) is protected",
          "do without it, or say why it is needed in \"waive\""
        )
      }
    }
    for (pointer, what) in rule.withoutColumn(definitions.catalog) {
      find(
        .slow,
        .warning,
        file,
        key.appending(pointer),
        "\(what) has no column, so that every customer is read to count this",
        "compare attributes that the catalog declares"
      )
    }
    let count = rule.conditions.count { $0.literal == nil }
    let most = definitions.settings[.conditions]
    if Double(count) > most {
      find(
        .manyConditions,
        .warning,
        file,
        key,
        "\(count) conditions are hard to act on",
        "\(NumberWords.words(most)) are enough for most segments"
      )
    }
  }

  /// Inside `filter`, `some` and the like a variable starts at the item.
  private mutating func checkInner(_ path: String, _ file: String, _ pointer: JSONPointer) {
    guard path.contains("."), definitions.catalog.declares(path) else { return }
    let parts = path.split(separator: ".").map { "\"\($0)\"" }.joined(separator: ", ")
    find(
      .outerVariable,
      .error,
      file,
      pointer,
      "\"\(path)\" is looked up in the item of the list and never found",
      "reach the customer with {\"val\": [[2], \(parts)]}"
    )
  }

  mutating func find(
    _ finding: Finding,
    _ severity: Problem.Severity,
    _ file: String,
    _ pointer: JSONPointer,
    _ message: String,
    _ remedy: String?
  ) {
    let place = Place(file: file, pointer: pointer.description)
    problems.append(Problem(severity, at: place, message, remedy: remedy, finding: finding))
  }
}
