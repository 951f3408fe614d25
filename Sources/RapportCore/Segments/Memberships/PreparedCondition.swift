import JSONLogic

/// One condition of a rule that looks at a single value of the customer, or at another segment.
///
/// What it says of a value it says of every customer who has it, in the same words.
final class PreparedCondition: Sendable {
  enum Source: Hashable, Sendable {
    case value(VariablePath)
    case segment(Segment.ID)
  }

  /// The condition alone, and its opposite.
  let rule: Rule
  let opposite: Rule
  /// Whether the rule it stands in wants it to fail.
  let isNegated: Bool
  /// Of `PreparedSegments.sources`.
  let source: Int
  /// Smaller ones are said first.
  let rank: Int
  /// For a `within_days`, what the condition would answer if the date were late enough.
  let inTime: Answer?

  init(
    rule: Rule,
    opposite: Rule,
    isNegated: Bool,
    source: Int,
    rank: Int,
    inTime: Answer?
  ) {
    self.rule = rule
    self.opposite = opposite
    self.isNegated = isNegated
    self.source = source
    self.rank = rank
    self.inTime = inTime
  }
}

/// Gathers the conditions of many rules, each once.
struct ConditionRegister {
  private struct Key: Hashable {
    var json: JSON
    var isNegated: Bool
  }

  private(set) var conditions: [PreparedCondition] = []
  private(set) var sources: [PreparedCondition.Source] = []
  private var known: [Key: Int] = [:]
  private var knownSources: [PreparedCondition.Source: Int] = [:]

  /// The position of a condition; nil where it looks at more than one thing.
  mutating func position(
    of node: RuleNode,
    _ condition: Condition,
    in rule: Rule,
    isNegated: Bool
  ) -> Int? {
    guard let json = rule.json[node.pointer] else { return nil }
    let key = Key(json: json, isNegated: isNegated)
    if let position = known[key] { return position }
    guard let alone = try? Rule(json, operations: rule.operations, limits: rule.limits),
      let opposite = try? Rule(["!": [json]], operations: rule.operations, limits: rule.limits),
      let source = Self.source(of: alone)
    else { return nil }
    let position = conditions.count
    var inTime: Answer?
    if case .withinDays = condition.test { inTime = condition.isNegated ? .out : .in }
    conditions.append(
      PreparedCondition(
        rule: alone,
        opposite: opposite,
        isNegated: isNegated,
        source: self.position(of: source),
        rank: ReasonWords.rank(condition, isNegated: isNegated),
        inTime: inTime
      )
    )
    known[key] = position
    return position
  }

  private mutating func position(of source: PreparedCondition.Source) -> Int {
    if let position = knownSources[source] { return position }
    knownSources[source] = sources.count
    sources.append(source)
    return sources.count - 1
  }

  /// The one thing that a condition looks at; nil where it is several, or computed.
  static func source(of rule: Rule) -> PreparedCondition.Source? {
    guard !rule.readsComputedPaths else { return nil }
    let paths = Set(rule.variables.filter { !$0.isInner }.map(\.path))
    if rule.asksForSegments {
      let segments = Set(rule.segments.map(\.id))
      guard paths.isEmpty, segments.count == 1, let id = segments.first,
        !rule.asksForComputedSegments
      else { return nil }
      return .segment(id)
    }
    guard paths.count == 1, let path = paths.first, !path.components.isEmpty else { return nil }
    return .value(path)
  }
}
