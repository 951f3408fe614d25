import JSONLogic

/// Compares the literals of a rule with what the catalog says of the attributes.
struct RuleCheck {
  let catalog: AttributeCatalog
  let file: String
  let key: JSONPointer
  private(set) var problems: [Problem] = []

  init(catalog: AttributeCatalog, file: String, key: JSONPointer) {
    self.catalog = catalog
    self.file = file
    self.key = key
  }

  mutating func check(_ node: RuleNode) {
    if let condition = Condition(node) { check(condition, node) }
    if node.operator == .equal || node.operator == .notEqual,
      !node.children.contains(where: { $0.literal == .null })
    {
      let strict = node.operator == .equal ? "===" : "!=="
      problems.append(
        Problem(
          .warning,
          at: place(node),
          "compares text with numbers",
          remedy: "use \(strict)"
        )
      )
    }
    // The alternatives of one choice are that condition, and were checked with it.
    if node.operator == .or, Condition(node) != nil { return }
    for child in node.children { check(child) }
  }

  private mutating func note(_ node: RuleNode, _ message: String, remedy: String? = nil) {
    problems.append(Problem(.error, at: place(node), message, remedy: remedy))
  }

  private func place(_ node: RuleNode) -> Place {
    Place(file: file, pointer: key.appending(node.pointer).description)
  }

  private mutating func check(_ condition: Condition, _ node: RuleNode) {
    guard let path = condition.path, let attribute = catalog[path] else { return }
    switch condition.subject {
    case .attribute: check(condition.test, of: attribute, node)
    case .years:
      if attribute.kind != .date { wrongKind(attribute, "age_years wants a date", node) }
      checkNumber(condition.test, node)
    case .count(_, let rule):
      checkItems(rule, of: attribute, node)
      checkNumber(condition.test, node)
    case .item, .segment: break
    }
  }

  private mutating func wrongKind(_ attribute: Attribute, _ message: String, _ node: RuleNode) {
    note(
      node,
      "\(message), and \(attribute.path) is \(attribute.kind.words)",
      remedy: attribute.kind.comparisons
    )
  }

  private mutating func check(
    _ test: Condition.Test,
    of attribute: Attribute,
    _ node: RuleNode
  ) {
    switch test {
    case .compare(_, let limit): checkOrder([limit], of: attribute, node)
    case .between(let low, _, let high, _):
      checkOrder([low, high], of: attribute, node)
      if let low = low.doubleValue, let high = high.doubleValue, low > high {
        note(node, "nothing lies between \(JSON(low)) and \(JSON(high))", remedy: "swap them")
      }
    case .oneOf(let values):
      if attribute.kind == .list {
        wrongKind(attribute, "one value is compared", node)
      } else {
        for value in values { checkValue(value, of: attribute, node) }
      }
    case .includes(let value, _):
      if attribute.kind == .list {
        checkChoice(value, of: attribute, node)
      } else if attribute.kind != .text {
        wrongKind(attribute, "a part is looked for", node)
      }
    case .startsWith, .endsWith:
      if ![Attribute.Kind.text, .choice, .version].contains(attribute.kind) {
        wrongKind(attribute, "text is compared", node)
      }
    case .matches(let pattern):
      do throws(Pattern.Malformed) {
        _ = try Pattern(pattern)
      } catch {
        note(node, "the pattern cannot be used: \(error)", remedy: "write it in RE2's dialect")
      }
    case .version(let sign, let version):
      if ![Attribute.Kind.version, .text].contains(attribute.kind) {
        wrongKind(attribute, "versions are compared", node)
      }
      checkVersion(sign, version, node)
    case .withinDays(let days):
      if attribute.kind != .date { wrongKind(attribute, "within_days wants a date", node) }
      if days < 0 { note(node, "no day is within \(JSON(days)) days") }
    case .some(let rule), .all(let rule), .none(let rule): checkItems(rule, of: attribute, node)
    case .isTrue, .isKnown, .isMember: break
    }
  }

  private mutating func checkVersion(_ sign: String, _ version: String, _ node: RuleNode) {
    if !SemanticVersion.signs.contains(sign) {
      note(
        node,
        "sem_ver knows no \"\(sign)\"",
        remedy: "use one of \(SemanticVersion.signs.joined(separator: " "))"
      )
    }
    if SemanticVersion(lenient: version) == nil {
      note(node, "\"\(version)\" is no version", remedy: "such as \"4.2.0\"")
    }
  }

  private mutating func checkOrder(_ limits: [JSON], of attribute: Attribute, _ node: RuleNode) {
    switch attribute.kind {
    case .integer, .number, .date, .text:
      for limit in limits { checkValue(limit, of: attribute, node) }
    case .version: note(node, "versions are compared as text", remedy: "use sem_ver")
    case .boolean, .choice, .list: wrongKind(attribute, "an order is wanted", node)
    }
  }

  private mutating func checkNumber(_ test: Condition.Test, _ node: RuleNode) {
    switch test {
    case .compare(_, let limit) where limit.doubleValue == nil:
      note(node, "\(limit.briefly) where a number is wanted")
    default: break
    }
  }

  /// A literal of a kind that the attribute never has.
  private mutating func checkValue(_ value: JSON, of attribute: Attribute, _ node: RuleNode) {
    let fits =
      switch attribute.kind {
      case .integer, .number: value.doubleValue != nil
      case .boolean: value.boolValue != nil
      case .text, .choice, .version: value.stringValue != nil
      case .date:
        value.stringValue.map {
          CalendarDate(parsing: $0) != nil || Instant(parsing: $0) != nil
        } ?? false
      case .list: value.arrayValue != nil
      }
    guard fits else {
      note(
        node,
        "\(value.briefly) never equals \(attribute.path), which is \(attribute.kind.words)",
        remedy: Self.meant(value, attribute.kind)
      )
      return
    }
    checkChoice(value, of: attribute, node)
  }

  /// What a literal should have been.
  private static func meant(_ value: JSON, _ kind: Attribute.Kind) -> String {
    if let text = value.stringValue, let number = Double(text), number.isFinite,
      kind == .integer || kind == .number
    {
      return "write \(JSON(number)) without quotes"
    }
    return kind.comparisons
  }

  private mutating func checkChoice(_ value: JSON, of attribute: Attribute, _ node: RuleNode) {
    guard !attribute.choices.isEmpty, let text = value.stringValue,
      !attribute.choices.contains(where: { $0.value == text })
    else { return }
    let values = attribute.choices.map(\.value)
    note(
      node,
      "\"\(text)\" is no choice of \(attribute.path)",
      remedy: SpellingSuggestion.question(text, among: values)
        ?? "choices are \(values.joined(separator: ", "))"
    )
  }

  /// What is compared with the items of a list.
  private mutating func checkItems(_ rule: RuleNode, of attribute: Attribute, _ node: RuleNode) {
    if attribute.kind != .list {
      wrongKind(attribute, "a list is wanted", node)
      return
    }
    rule.visit { part in
      guard let condition = Condition(part, inItem: true), case .item("") = condition.subject,
        case .oneOf(let values) = condition.test
      else { return }
      for value in values { checkChoice(value, of: attribute, part) }
    }
  }
}

extension Attribute.Kind {
  /// As a message names it.
  var words: String {
    switch self {
    case .text: "text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "yes or no"
    case .date: "a date"
    case .choice: "a choice"
    case .list: "a list"
    case .version: "a version"
    }
  }

  /// What compares such an attribute.
  fileprivate var comparisons: String {
    switch self {
    case .text: "compare it with text, by ===, in, starts_with or icontains"
    case .integer, .number: "compare it with a number, by ===, < or >="
    case .boolean: "compare it with true or false"
    case .date: "compare it with a date such as \"2026-11-21\", or by within_days or age_years"
    case .choice: "compare it with its choices, by === or in"
    case .list: "ask for its items with in, some, all or none"
    case .version: "compare it by sem_ver with a version such as \"4.2.0\""
    }
  }
}
