package import JSONLogic

/// What is compared with, as it is typed.
extension RuleRow {
  /// How many operands the comparison takes; nil for any number from one on.
  package static func operandCount(of comparison: Comparison) -> Int? {
    switch comparison {
    case .yes, .known, .notNull, .member: 0
    case .between, .inside, .version: 2
    case .oneOf, .hasAny, .hasOnly, .hasNone: nil
    default: 1
    }
  }

  /// Whether nothing is missing for it to be a condition.
  package var isComplete: Bool {
    Self.operandCount(of: comparison).map { operands.count == $0 } ?? !operands.isEmpty
  }

  /// How what is compared with is typed, so that what is there can be edited; each value as `shown` has it.
  package func typed(shown: (String) -> String = { $0 }) -> String {
    let texts = operands.map { shown(Self.typed($0)) }
    switch comparison {
    case .oneOf, .hasAny, .hasOnly, .hasNone: return ListText.commas.text(of: texts)
    case .between, .inside: return texts.joined(separator: " to ")
    case .version: return texts.joined(separator: " ")
    default: return texts.joined()
    }
  }

  private static func typed(_ operand: JSON) -> String {
    operand.stringValue ?? operand.compact()
  }

  /// Reads what is compared with; `10 to 20` or `10, 20` for a range, `>= 4.2` for a version, values with
  /// commas between them for a choice of several, those that have one in quotes.
  ///
  /// Of several, a value that is typed as one of the operands already is stays that one, whatever else it
  /// could be read as.
  ///
  /// - Parameters:
  ///   - text: as it was typed.
  ///   - attribute: the one that is looked at; nil for one that the catalog does not know.
  ///   - wording: how numbers, dates and choices are written.
  ///   - shown: how the operands were offered for typing.
  /// - Returns: the operands.
  /// - Throws: what is wrong with the text, and what would be right.
  package func operands(
    typed text: String,
    _ attribute: Attribute?,
    _ wording: Wording,
    shown: (String) -> String = { $0 }
  ) throws(AttributeAnswer.Refusal) -> [JSON] {
    let whole = text
    guard let text = text.nonBlank else {
      throw AttributeAnswer.Refusal(description: "nothing is typed yet: \(advice(attribute))")
    }
    switch comparison {
    case .yes, .known, .notNull, .member: return []
    case .withinDays: return [try Self.number(text, advice(attribute))]
    case .between, .inside:
      let parts = Self.ends(text)
      guard parts.count == 2 else {
        throw AttributeAnswer.Refusal(description: "both ends are wanted: \(advice(attribute))")
      }
      return [try value(parts[0], attribute, wording), try value(parts[1], attribute, wording)]
    case .version: return try Self.version(text)
    case .contains, .includes, .startsWith, .endsWith, .matches:
      if comparison == .matches { try Self.check(text) }
      return [.string(text)]
    case .oneOf, .hasAny, .hasOnly, .hasNone:
      var known = operands.map { (value: $0, text: shown(Self.typed($0))) }
      var values: [JSON] = []
      for item in ListText.commas.items(in: whole) {
        let value: JSON
        if let index = known.firstIndex(where: { $0.text == item.text }) {
          value = known.remove(at: index).value
        } else {
          value = try self.value(item, attribute, wording)
        }
        if !values.contains(value) { values.append(value) }
      }
      return values
    case .equals, .atLeast, .moreThan, .atMost, .lessThan:
      return [try value(text, attribute, wording)]
    }
  }

  /// What is wanted, with an example.
  package func advice(_ attribute: Attribute?) -> String {
    let isDate = Self.hasDates(attribute) && !isCount
    return switch comparison {
    case .withinDays: "a number of days, such as 90"
    case .between, .inside: isDate ? "such as 2026-01-01 to 2026-06-30" : "such as 10 to 20"
    case .version: "such as >= 4.2"
    case .oneOf, .hasAny, .hasOnly, .hasNone:
      "values with commas between them, one that has a comma in \"quotes\""
    case .matches: "a pattern, such as ^DE[0-9]+$"
    case .contains, .includes, .startsWith, .endsWith: "a part of the text"
    default: isDate ? "a date, such as 2026-06-30" : isCount ? "a number" : "a value"
    }
  }

  private static func hasDates(_ attribute: Attribute?) -> Bool { attribute?.kind == .date }

  /// Whether an attribute's values can be any text; nil for one that the catalog does not know.
  private static func takesText(_ attribute: Attribute?) -> Bool {
    guard let attribute else { return true }
    return attribute.kind == .text || attribute.kind == .list && attribute.choices.isEmpty
  }

  /// Whether the comparison is with a number, whatever the attribute holds.
  private var isCount: Bool {
    switch subject {
    case .years, .count: true
    case .attribute, .segment: false
    }
  }

  private func value(
    _ item: ListText.Item,
    _ attribute: Attribute?,
    _ wording: Wording
  ) throws(AttributeAnswer.Refusal) -> JSON {
    if item.isQuoted, !isCount, Self.takesText(attribute) { return .string(item.text) }
    return try value(item.text, attribute, wording)
  }

  private func value(
    _ text: String,
    _ attribute: Attribute?,
    _ wording: Wording
  ) throws(AttributeAnswer.Refusal) -> JSON {
    if isCount { return try Self.number(text, advice(attribute)) }
    guard var attribute else {
      return text.first?.isNumber == true ? try Self.number(text, advice(nil)) : .string(text)
    }
    // One item is looked for, not a list of them.
    if attribute.kind == .list { attribute.kind = attribute.choices.isEmpty ? .text : .choice }
    return try AttributeAnswer.parse(text, for: attribute, wording)
  }

  private static func number(
    _ text: String,
    _ advice: String
  ) throws(AttributeAnswer.Refusal) -> JSON {
    let number = try? JSON(parsing: Array((text.nonBlank ?? "").utf8))
    guard let number, let value = number.doubleValue, value.isFinite else {
      throw AttributeAnswer.Refusal(description: "\"\(text)\" is no number: \(advice)")
    }
    return number
  }

  private static func check(_ pattern: String) throws(AttributeAnswer.Refusal) {
    do throws(Pattern.Malformed) {
      _ = try Pattern(pattern)
    } catch {
      throw AttributeAnswer.Refusal(description: "this is no pattern: \(error)")
    }
  }

  /// `10 to 20`, `10 ... 20`, `10, 20`, `10 and 20`.
  private static func ends(_ text: String) -> [String] {
    for separator in [" to ", " and ", "...", "..", ","] where text.contains(separator) {
      return text.split(separator: separator, maxSplits: 1).compactMap { String($0).nonBlank }
    }
    return [text]
  }

  /// The sign and the version; without a sign, that one or newer.
  private static func version(_ text: String) throws(AttributeAnswer.Refusal) -> [JSON] {
    let sign = text.prefix { "<>=!^~".contains($0) }
    let version = String(text.dropFirst(sign.count)).nonBlank ?? ""
    guard ["", "=", "!=", "<", "<=", ">", ">=", "^", "~"].contains(String(sign)),
      SemanticVersion(lenient: version) != nil
    else {
      throw AttributeAnswer.Refusal(description: "a sign and a version are wanted: >= 4.2")
    }
    return [.string(sign.isEmpty ? ">=" : String(sign)), .string(version)]
  }
}
