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

  /// Reads what is compared with; `10 to 20` or `10, 20` for a range, `>= 4.2` for a version, values with
  /// commas between them for a choice of several.
  ///
  /// - Parameters:
  ///   - text: as it was typed.
  ///   - attribute: the one that is looked at; nil for one that the catalog does not know.
  ///   - wording: how numbers, dates and choices are written.
  /// - Returns: the operands.
  /// - Throws: what is wrong with the text, and what would be right.
  package func operands(
    typed text: String,
    _ attribute: Attribute?,
    _ wording: Wording
  ) throws(AttributeAnswer.Refusal) -> [JSON] {
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
      var values: [JSON] = []
      for part in text.split(separator: ",").compactMap({ String($0).nonBlank }) {
        let value = try value(part, attribute, wording)
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
    case .oneOf, .hasAny, .hasOnly, .hasNone: "values with commas between them"
    case .matches: "a pattern, such as ^DE[0-9]+$"
    case .contains, .includes, .startsWith, .endsWith: "a part of the text"
    default: isDate ? "a date, such as 2026-06-30" : isCount ? "a number" : "a value"
    }
  }

  private static func hasDates(_ attribute: Attribute?) -> Bool { attribute?.kind == .date }

  /// Whether the comparison is with a number, whatever the attribute holds.
  private var isCount: Bool {
    switch subject {
    case .years, .count: true
    case .attribute, .segment: false
    }
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
