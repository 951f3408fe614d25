import JSONLogic
import Synchronization

/// The segments of a set of definitions, and its other rules, made ready once to be read for many customers
/// and moments.
package final class PreparedSegments: Sendable {
  package let definitions: Definitions
  /// In the order of the definitions.
  let segments: [PreparedSegment]
  /// Every segment's place in that order; the first one of an id counts.
  let places: [Segment.ID: Int]
  let cycles: [Segment.ID: [Segment.ID]]
  /// The places of all segments, each after those that it asks for.
  let order: [Int]
  /// The places of the active segments, strongest first.
  let active: [Int]
  let conditions: [PreparedCondition]
  /// What the conditions look at.
  let sources: [PreparedCondition.Source]
  /// Eligibilities and conditions of scripts that can be taken apart, by the root of the rule.
  private let others: [ObjectIdentifier: PreparedRule]
  private let memos = MemoShelf()

  package init(_ definitions: Definitions) {
    self.definitions = definitions
    let places = Dictionary(definitions.segments.enumerated().map { ($1.id, $0) }) { first, _ in
      first
    }
    let graph = SegmentGraph(definitions.segments)
    var register = ConditionRegister()
    let segments = definitions.segments.map { segment in
      PreparedSegment(
        segment,
        cycle: graph.cycles[segment.id],
        parts: segment.rule.flatMap { PreparedRule($0, register: &register) }
      )
    }
    let rules = definitions.services.map(\.eligibility) + definitions.scripts.map(\.condition)
    var others: [ObjectIdentifier: PreparedRule] = [:]
    // Many services have the same rule, which is then read once for a customer.
    var equal: [JSON: PreparedRule?] = [:]
    for case let rule? in rules where !rule.asksForSegments {
      let parts = equal[rule.json] ?? PreparedRule(rule, register: &register)
      equal[rule.json] = .some(parts)
      others[ObjectIdentifier(rule.root)] = parts
    }
    self.others = others
    self.segments = segments
    self.places = places
    cycles = graph.cycles
    order = graph.order.compactMap { places[$0] }
    active = segments.indices.filter {
      segments[$0].status == .active && places[segments[$0].id] == $0
    }
    conditions = register.conditions
    sources = register.sources
  }

  /// Why the rule of a segment cannot be used, itself or because of another that it asks for; nil where
  /// it can.
  package func problem(of id: Segment.ID) -> String? {
    guard let place = places[id] else { return nil }
    if let problem = segments[place].problem { return problem }
    for (asked, _) in segments[place].rule?.segments ?? [] {
      guard let other = places[asked] else { return "there is no segment \"\(asked)\"" }
      if segments[other].status != .retired, problem(of: asked) != nil {
        return "it asks for the segment \"\(asked)\", which cannot be used"
      }
    }
    return nil
  }

  /// The parts of a rule that is no segment's; nil where it is read as a whole.
  func parts(of rule: Rule) -> PreparedRule? { others[ObjectIdentifier(rule.root)] }

  /// What conditions said of values before; one for each day and way of saying it.
  func memo(_ wording: Wording) -> ConditionMemo { memos.memo(wording, conditions.count) }
}

/// The memos in use: agents speak different languages, and days pass.
private final class MemoShelf: Sendable {
  private struct Key: Hashable {
    var today: CalendarDate
    var languages: [String]
    var masked: Bool
  }

  private static let limit = 8
  private let memos = Mutex<[Key: ConditionMemo]>([:])

  func memo(_ wording: Wording, _ count: Int) -> ConditionMemo {
    let key = Key(today: wording.today, languages: wording.languages, masked: wording.masked)
    return memos.withLock { memos in
      if let known = memos[key] { return known }
      if memos.count >= Self.limit { memos.removeAll() }
      let memo = ConditionMemo(count)
      memos[key] = memo
      return memo
    }
  }
}
