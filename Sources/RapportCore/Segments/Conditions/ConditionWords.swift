package import JSONLogic

/// Puts conditions into the words of the catalog.
package struct ConditionWords: Sendable {
  package var catalog: AttributeCatalog
  package var wording: Wording
  /// What a segment is called; nil where there is none of that id.
  package var segmentName: @Sendable (Segment.ID) -> String?

  package init(
    catalog: AttributeCatalog,
    wording: Wording,
    segmentName: @escaping @Sendable (Segment.ID) -> String? = { _ in nil }
  ) {
    self.catalog = catalog
    self.wording = wording
    self.segmentName = segmentName
  }

  /// The label of an attribute; the last part of the path where the catalog does not know it.
  package func label(_ path: String) -> String {
    catalog[path].map { wording.label($0) }
      ?? String(path.split(separator: ".").last ?? Substring(path))
  }

  func value(_ value: JSON, _ path: String?) -> String {
    AttributeValue(value, of: path.flatMap { catalog[$0] }).words(wording)
  }

  /// What is wanted, as it stands in brackets behind the value: `12 or more`, `within 90`, `iOS or
  /// Android`, `not DE`.
  ///
  /// `list` is the attribute whose items a condition on an item is about.
  package func requirement(_ condition: Condition, of list: String? = nil) -> String {
    let path = condition.path ?? list
    let not = condition.isNegated ? "not " : ""
    switch condition.test {
    case .compare(let comparison, let limit):
      let limit = value(limit, valuePath(condition))
      let isDate = isDate(condition)
      return switch comparison {
      case .atLeast: isDate ? "\(not)\(limit) or later" : "\(not)\(limit) or more"
      case .more: isDate ? "\(not)after \(limit)" : "\(not)more than \(limit)"
      case .atMost: isDate ? "\(not)\(limit) or earlier" : "\(not)at most \(limit)"
      case .less: isDate ? "\(not)before \(limit)" : "\(not)less than \(limit)"
      }
    case .between(let low, let includesLow, let high, let includesHigh):
      let (lowText, highText) = (bare(low, condition), value(high, valuePath(condition)))
      if includesLow, includesHigh { return "\(not)\(lowText) to \(highText)" }
      return not + (includesLow ? "\(lowText) or more" : "over \(lowText)") + ", "
        + (includesHigh ? "at most \(highText)" : "under \(highText)")
    case .oneOf(let values):
      // What is not yes is no: without a value it would not be known.
      if condition.isNegated, values.count == 1, case .bool(let isTrue)? = values.first {
        return value(.bool(!isTrue), path)
      }
      return not + alternatives(values, path)
    case .includes(let part, _):
      return (condition.isNegated ? "without " : "with ") + value(part, path)
    case .startsWith(let text):
      return "\(condition.isNegated ? "not starting" : "starting") with \(text)"
    case .endsWith(let text): return "\(condition.isNegated ? "not ending" : "ending") with \(text)"
    case .matches(let pattern):
      return "\(condition.isNegated ? "not of" : "of") the form \(pattern)"
    case .version(let sign, let version): return not + Self.versions(sign, version)
    case .withinDays(let days):
      let days = NumberWords.words(days)
      return condition.isNegated ? "not within \(days)" : "within \(days)"
    case .isTrue: return condition.isNegated ? "no" : "yes"
    case .isKnown: return condition.isNegated ? "not known" : "known"
    case .some(let rule): return items(rule, path, condition.isNegated ? .none : .some)
    case .all(let rule):
      let word = Self.isChoice(rule) ? "only " : "all "
      return (condition.isNegated ? "not " : "") + word + predicate(rule, of: path)
    case .none(let rule): return items(rule, path, condition.isNegated ? .some : .none)
    case .isMember: return condition.isNegated ? "not a member" : "member"
    }
  }

  /// The whole condition as a part of a sentence: `orders at least 12`, `last order within 90 days`.
  package func phrase(_ condition: Condition) -> String {
    let subject = subject(condition)
    let not = condition.isNegated ? "not " : ""
    switch condition.test {
    case .compare(let comparison, let limit):
      let limit = value(limit, valuePath(condition))
      let words =
        switch comparison {
        case .atLeast: isDate(condition) ? "from" : "at least"
        case .more: isDate(condition) ? "after" : "more than"
        case .atMost: isDate(condition) ? "up to" : "at most"
        case .less: isDate(condition) ? "before" : "less than"
        }
      return "\(subject) \(not)\(words) \(limit)"
    case .withinDays(let days):
      return "\(subject) \(not)within \(NumberWords.words(days)) days"
    case .isTrue:
      if condition.path.flatMap({ catalog[$0] })?.kind == .boolean {
        return "\(subject) \(condition.isNegated ? "no" : "yes")"
      }
      return condition.isNegated ? "no \(subject)" : "any \(subject)"
    case .isMember: return "\(condition.isNegated ? "not in" : "in") \(subject)"
    default: return "\(subject) \(requirement(condition))"
    }
  }

  private enum Quantity { case some, none }

  /// `with cargo or kids`, `without kids`, `with one starting with e-`.
  private func items(_ rule: RuleNode, _ list: String?, _ quantity: Quantity) -> String {
    let words = predicate(rule, of: list)
    if Self.isChoice(rule) { return (quantity == .some ? "with " : "without ") + words }
    return (quantity == .some ? "with one " : "with none ") + words
  }

  /// Whether an item has to be one of some values.
  private static func isChoice(_ rule: RuleNode) -> Bool {
    guard let condition = Condition(rule, inItem: true), !condition.isNegated,
      case .item("") = condition.subject, case .oneOf = condition.test
    else { return false }
    return true
  }

  /// What each item of a list has to be: `starting with e-`.
  package func predicate(_ rule: RuleNode, of list: String?) -> String {
    if let condition = Condition(rule, inItem: true) {
      guard case .item(let part) = condition.subject, !part.isEmpty else {
        return requirement(condition, of: list)
      }
      return "\(part) \(requirement(condition))"
    }
    // Only where they are said: what is none of these says its operands itself.
    var parts: [String] { rule.children.map { predicate($0, of: list) } }
    switch rule.operator {
    case .and: return parts.joined(separator: " and ")
    case .or: return parts.joined(separator: " or ")
    case .not: return "not " + parts.joined()
    default: return statement(rule)
    }
  }

  func subject(_ condition: Condition) -> String {
    switch condition.subject {
    case .attribute(let path): label(path)
    case .years(let path): "years since \(Self.beginning(label(path)))"
    case .count(let path, let rule): "number of \(label(path)) (\(predicate(rule, of: path)))"
    case .item(let part): part.isEmpty ? "item" : part
    case .segment(let id): segmentName(id) ?? id.rawValue
    }
  }

  /// `customer since` as what it is since: `customer`.
  static func beginning(_ label: String) -> String {
    label.hasSuffix(" since") ? String(label.dropLast(6)) : label
  }

  /// `iOS or Android`, `A, B or C`; of more than `limit` only the first, `A, B or 7 others`.
  func alternatives(_ values: [JSON], _ path: String?, limit: Int = .max) -> String {
    var words = values.map { value($0, path) }
    if words.count > limit {
      let kept = limit / 2 + 1
      words = words.prefix(kept) + ["\(words.count - kept) others"]
    }
    return Self.list(words, "or")
  }

  /// The value without its unit, which stands behind another number.
  private func bare(_ value: JSON, _ condition: Condition) -> String {
    value.doubleValue.map { NumberWords.words($0) } ?? self.value(value, valuePath(condition))
  }

  /// The attribute whose unit and choices the limit has; a count and years have none.
  private func valuePath(_ condition: Condition) -> String? {
    if case .attribute(let path) = condition.subject { return path }
    return nil
  }

  private func isDate(_ condition: Condition) -> Bool {
    valuePath(condition).flatMap { catalog[$0] }?.kind == .date
  }

  private static func versions(_ sign: String, _ version: String) -> String {
    switch sign {
    case "<": "before \(version)"
    case "<=": "up to \(version)"
    case ">": "after \(version)"
    case ">=": "\(version) or newer"
    case "!=": "not \(version)"
    case "^", "~": "\(version) or newer of the same line"
    default: version
    }
  }
}
