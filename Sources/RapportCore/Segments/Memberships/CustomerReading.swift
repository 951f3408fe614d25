import JSONLogic

/// One customer read by the conditions of all segments, each condition and each value once.
struct CustomerReading: ~Copyable {
  private let prepared: PreparedSegments
  private let facts: CustomerFacts
  private let operations: Operations
  private let words: ConditionWords
  /// By place of the segment.
  private(set) var answers: [Membership.Answer?]
  private var values: [JSON??]
  private var readings: [ConditionReading?]
  private var nodes: [Answer] = []

  /// Longer values are not kept.
  private static let longestKept = 64

  init(
    _ prepared: PreparedSegments,
    _ facts: CustomerFacts,
    _ operations: Operations,
    _ words: ConditionWords
  ) {
    self.prepared = prepared
    self.facts = facts
    self.operations = operations
    self.words = words
    answers = Array(repeating: nil, count: prepared.segments.count)
    values = Array(repeating: .none, count: prepared.sources.count)
    readings = Array(repeating: nil, count: prepared.conditions.count)
  }

  mutating func settle(_ place: Int, _ answer: Membership.Answer) { answers[place] = answer }

  /// Nil where there is no such segment; one that waits for the one that asks, in a circle, is broken.
  func answer(of id: Segment.ID) -> Membership.Answer? {
    prepared.places[id].map { answers[$0] ?? .broken }
  }

  /// Answers of all segments read so far, for rules that ask for them.
  var known: [Segment.ID: Membership.Answer] {
    var known: [Segment.ID: Membership.Answer] = [:]
    for (id, place) in prepared.places { known[id] = answers[place] ?? .broken }
    return known
  }

  /// Reads a rule's conditions; nil where one is broken, so that the rule is read as a whole.
  mutating func read(_ rule: PreparedRule, _ memo: inout [ConditionMemo.Readings]) -> Answer? {
    for leaf in rule.leaves
    where reading(rule.nodes[leaf].condition, &memo).answer == .broken {
      return nil
    }
    var nodes: [Answer] = []
    swap(&nodes, &self.nodes)
    rule.answer(&nodes) { readings[rule.nodes[$0].condition]?.answer ?? .broken }
    swap(&nodes, &self.nodes)
    return self.nodes.last
  }

  /// Why the rule that was read last answered what it did, most telling first.
  func reasons(_ rule: PreparedRule) -> [Membership.Reason] {
    guard let answer = nodes.last else { return [] }
    return answer == .unknown ? gaps(rule) : facts(rule)
  }

  private func facts(_ rule: PreparedRule) -> [Membership.Reason] {
    var told: [(telling: ConditionReading.Telling, rank: Int)] = []
    visitDeciding(rule) { condition in
      guard let telling = telling(condition), telling.reason != nil,
        !told.contains(where: { $0.telling.says(telling) })
      else { return }
      // Stable: the rule's own order says what its author thinks of first.
      let rank = prepared.conditions[condition].rank
      var place = told.endIndex
      while place > 0, told[place - 1].rank > rank { place -= 1 }
      told.insert((telling, rank), at: place)
    }
    return told.compactMap(\.telling.reason)
  }

  private func gaps(_ rule: PreparedRule) -> [Membership.Reason] {
    var gaps: [Membership.Reason] = []
    visitDeciding(rule) { condition in
      for gap in telling(condition)?.gaps ?? [] where !gaps.contains(gap) { gaps.append(gap) }
    }
    return gaps
  }

  /// Nil for a condition that was not read.
  private func telling(_ position: Int) -> ConditionReading.Telling? {
    readings[position]?.telling(prepared.conditions[position]) { speaker(position) }
  }

  /// The answer at a place of the rule that was read last.
  func answer(at place: Int) -> Answer { nodes[place] }

  /// Visits the conditions that made the rule that was read last answer what it did.
  func visitDeciding(_ rule: PreparedRule, _ body: (Int) -> Void) {
    rule.visitDeciding(rule.nodes.count - 1, nodes, body)
  }

  /// What keeps a condition open that was read; nil where nothing does.
  func open(_ position: Int) -> OpenCondition? {
    guard let reading = readings[position], reading.answer == .unknown else { return nil }
    return reading.open(prepared.conditions[position]) { speaker(position) }
  }

  enum Nearness {
    case none
    case near(String)
    /// Several conditions look at the same value, so the rule has to be read as a whole.
    case shared
  }

  /// How little is missing to the rule that was read last.
  func nearness(_ rule: PreparedRule) -> Nearness {
    guard nodes.last == .out else { return .none }
    var best: NearMissWords.Candidate?
    var others: [Answer] = []
    /// Whether the rule holds with another answer of one condition.
    func holds(_ leaf: Int, _ answer: Answer) -> Bool {
      rule.answer(&others) { $0 == leaf ? answer : nodes[$0] }
      return others.last == .in
    }
    func consider(_ candidate: NearMissWords.Candidate?) {
      if let candidate, candidate.distance < best?.distance ?? .infinity { best = candidate }
    }
    for leaf in rule.leaves {
      let position = rule.nodes[leaf].condition
      let condition = prepared.conditions[position]
      guard let inTime = condition.inTime, holds(leaf, inTime) else { continue }
      consider(readings[position]?.late(condition) { speaker(position) })
    }
    if rule.sharesSources, mayBeNear(rule) { return .shared }
    for leaf in rule.leaves {
      let position = rule.nodes[leaf].condition
      let condition = prepared.conditions[position]
      guard holds(leaf, condition.isNegated ? .out : .in) else { continue }
      consider(readings[position]?.near(condition) { speaker(position) })
    }
    return best.map { .near($0.sentence) } ?? .none
  }

  /// Whether the most favourable answers of all conditions on some number make the rule hold.
  private func mayBeNear(_ rule: PreparedRule) -> Bool {
    let leaves = rule.leaves.map { (place: $0, condition: rule.nodes[$0].condition) }
    let sources = Set(leaves.map { prepared.conditions[$0.condition].source })
    var others: [Answer] = []
    return sources.contains { source in
      guard let value = values[source], value?.doubleValue != nil else { return false }
      rule.answer(&others) { place in
        let condition = prepared.conditions[rule.nodes[place].condition]
        guard condition.source == source else { return nodes[place] }
        return condition.isNegated ? .out : .in
      }
      return others.last == .in
    }
  }

  private mutating func reading(
    _ position: Int,
    _ memo: inout [ConditionMemo.Readings]
  ) -> ConditionReading {
    if let known = readings[position] { return known }
    let condition = prepared.conditions[position]
    let value = value(condition.source)
    if let known = memo[position][value] {
      readings[position] = known
      return known
    }
    let reading = ConditionReading(condition.rule.answer(facts, operations: bound(condition)))
    readings[position] = reading
    if Self.isShort(value) {
      if memo[position].count >= ConditionMemo.limit { memo[position].removeAll() }
      memo[position][value] = reading
    }
    return reading
  }

  /// What the condition looks at; for a segment, the answer.
  private mutating func value(_ source: Int) -> JSON? {
    if let known = values[source] { return known }
    let value: JSON? =
      switch prepared.sources[source] {
      case .value(let path): facts.value(at: path)
      case .segment(let id): answer(of: id).map { .string($0.rawValue) }
      }
    values[source] = .some(value)
    return value
  }

  private func speaker(_ position: Int) -> ConditionReading.Speaker {
    ConditionReading.Speaker(
      facts: facts,
      operations: bound(prepared.conditions[position]),
      words: words
    )
  }

  private func bound(_ condition: PreparedCondition) -> Operations {
    guard case .segment(let id) = prepared.sources[condition.source] else { return operations }
    let answer = answer(of: id)
    return operations.adding(RuleOperations.inSegment { _ in answer })
  }

  private static func isShort(_ value: JSON?) -> Bool {
    switch value {
    case .string(let text)?: text.utf8.count <= longestKept
    case .array(let items)?: items.count <= longestKept && items.allSatisfy { isShort($0) }
    case .object?: false
    default: true
    }
  }
}
