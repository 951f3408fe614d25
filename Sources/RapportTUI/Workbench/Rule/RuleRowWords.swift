import JSONLogic
import RapportCore

/// A row of a rule in the words of the catalog.
struct RuleRowWords {
  let catalog: AttributeCatalog
  let wording: Wording
  let segments: [Segment.ID: String]

  init(_ definitions: Definitions, _ wording: Wording) {
    catalog = definitions.catalog
    self.wording = wording
    segments = Dictionary(definitions.segments.map { ($0.id, $0.name) }) { first, _ in first }
  }

  func attribute(_ row: RuleRow) -> Attribute? { row.path.flatMap { catalog[$0] } }

  func label(_ path: String) -> String {
    catalog[path].map { wording.label($0) }
      ?? String(path.split(separator: ".").last ?? Substring(path))
  }

  func subject(_ subject: RuleRow.Subject) -> String {
    switch subject {
    case .attribute(let path): label(path)
    case .years(let path): "years since \(label(path))"
    case .count(let path, let values):
      "number of \(label(path)) (\(self.values(values, catalog[path])))"
    case .segment(let id): segments[id] ?? id.rawValue
    }
  }

  func comparison(_ row: RuleRow) -> String {
    let word = Self.word(row.comparison)
    guard row.isNegated else { return word }
    switch row.comparison {
    case .equals, .oneOf, .known, .notNull, .between, .inside, .matches:
      return word.hasPrefix("is ") || word == "is" ? "is not" + word.dropFirst(2) : "not \(word)"
    case .yes: return "no"
    case .contains: return "does not contain"
    case .startsWith: return "does not start with"
    case .endsWith: return "does not end with"
    case .includes: return "without"
    default: return "not \(word)"
    }
  }

  static func word(_ comparison: RuleRow.Comparison) -> String {
    switch comparison {
    case .withinDays: "within"
    case .between: "from"
    case .member: "members"
    default: comparison.rawValue
    }
  }

  func operands(_ row: RuleRow) -> String {
    let attribute = attribute(row)
    let plain: Attribute? = row.isCounted ? nil : attribute
    switch row.comparison {
    case .withinDays: return row.operands.first.map { "\(text($0, nil)) days" } ?? ""
    case .between where row.operands.count == 2:
      return "\(text(row.operands[0], plain)) to \(text(row.operands[1], plain))"
    case .inside where row.operands.count == 2:
      return "\(text(row.operands[0], plain)) and \(text(row.operands[1], plain))"
    case .version: return row.operands.compactMap(\.stringValue).joined(separator: " ")
    default: return values(row.operands, plain)
    }
  }

  private func values(_ values: [JSON], _ attribute: Attribute?) -> String {
    values.map { text($0, attribute) }.joined(separator: ", ")
  }

  func text(_ value: JSON, _ attribute: Attribute?) -> String {
    AttributeValue(value, of: attribute).words(wording)
  }

  /// How the values spread: `1,988 of 2,000 known: 0 to 41, half have 6 or more`.
  func spread(_ spread: AttributeDistribution) -> String {
    let attribute = catalog[spread.path]
    let known = spread.customers - spread.missing
    let counts =
      "\(NumberWords.words(Double(known))) of \(NumberWords.words(Double(spread.customers))) known"
    if let ends = spread.spread {
      let words = [ends.least, ends.greatest, ends.median].map { text($0, attribute) }
      let half = attribute?.kind == .date ? "or later" : "or more"
      return "\(counts): \(words[0]) to \(words[1]), half have \(words[2]) \(half)"
    }
    guard known > 0 else { return "not known of anybody" }
    let values = spread.values.prefix(4).map {
      "\(text($0.value, attribute)) \(NumberWords.words(Double($0.count)))"
    }
    let more = spread.distinct > 4 ? ", \(spread.distinct - 4) more" : ""
    return "\(counts): \(values.joined(separator: ", "))\(more)"
  }
}

extension RuleRow {
  /// The attribute that is looked at; nil for a segment.
  var path: String? {
    switch subject {
    case .attribute(let path), .years(let path), .count(let path, _): path
    case .segment: nil
    }
  }

  /// Whether the comparison is with a number, whatever the attribute holds.
  var isCounted: Bool {
    switch subject {
    case .years, .count: true
    case .attribute, .segment: false
    }
  }

  /// Whether it has any number of values.
  var takesMany: Bool { Self.operandCount(of: comparison) == nil }
}
