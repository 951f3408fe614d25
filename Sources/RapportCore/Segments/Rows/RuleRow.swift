package import JSONLogic

/// One condition as the editor shows it: what is looked at, how it is compared, with what.
package struct RuleRow: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case attribute(String)
    /// The completed years since an attribute's date.
    case years(String)
    /// How many of a list's items are one of the values.
    case count(String, of: [JSON])
    case segment(Segment.ID)
  }

  /// The raw value is what the editor calls it.
  package enum Comparison: String, CaseIterable, Sendable {
    case equals = "is"
    case oneOf = "is one of"
    case atLeast = "at least"
    case moreThan = "more than"
    case atMost = "at most"
    case lessThan = "less than"
    /// Both ends included.
    case between = "from ... to"
    /// Both ends excluded.
    case inside = "between"
    case withinDays = "within days"
    case yes = "yes"
    case known = "is known"
    case notNull = "is not null"
    case startsWith = "starts with"
    case endsWith = "ends with"
    /// A part of a text, or an item; case counts.
    case includes = "with"
    /// Case does not count.
    case contains = "contains"
    case matches = "of the form"
    /// Any of a list's items is one of the values; all are; none is.
    case hasAny = "has any of"
    case hasOnly = "has only"
    case hasNone = "has none of"
    /// The sign, then the version.
    case version = "version"
    case member = "in"
  }

  package var subject: Subject
  package var comparison: Comparison
  /// One for most; two for `between`, `inside` and `version`; any number for lists of values.
  package var operands: [JSON]
  package var isNegated: Bool

  package init(
    _ subject: Subject,
    _ comparison: Comparison,
    _ operands: [JSON] = [],
    isNegated: Bool = false
  ) {
    self.subject = subject
    self.comparison = comparison
    self.operands = operands
    self.isNegated = isNegated
  }

  /// The comparisons that make sense for an attribute, the most usual first.
  package static func comparisons(for kind: Attribute.Kind) -> [Comparison] {
    switch kind {
    case .integer, .number:
      [.atLeast, .moreThan, .atMost, .lessThan, .between, .inside, .equals, .oneOf, .known]
    case .date: [.withinDays, .atLeast, .atMost, .between, .equals, .known]
    case .boolean: [.equals, .yes, .known]
    case .choice: [.equals, .oneOf, .known]
    case .text: [.equals, .oneOf, .contains, .startsWith, .endsWith, .matches, .known]
    case .list: [.hasAny, .hasNone, .hasOnly, .includes, .contains, .yes, .known]
    case .version: [.version, .equals, .known]
    }
  }

  /// The row that holds exactly where this one does not.
  package var negated: RuleRow {
    let opposite: Comparison? =
      switch comparison {
      case .atLeast: .lessThan
      case .moreThan: .atMost
      case .atMost: .moreThan
      case .lessThan: .atLeast
      default: nil
      }
    if let opposite, !isNegated { return RuleRow(subject, opposite, operands) }
    return RuleRow(subject, comparison, operands, isNegated: !isNegated)
  }
}
